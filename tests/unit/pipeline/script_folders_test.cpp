#include "pipeline/script_folders.h"

#include <catch2/catch.hpp>

namespace paperboy::pipeline {
namespace {

using Files = std::map<std::string, std::string>;

TEST_CASE("a folder of scripts is one script, its parts in the order of their names") {
  const Files joined = join_script_folders({{"a.js/20_end.js", "end(start);"},
                                            {"a.js/10_start.js", "// One\nconst start = 1;\n"},
                                            {"b.js", "b();\n"},
                                            {"a.js/readme.txt", "no part"}});
  CHECK(joined ==
        Files{{"a.js", "(() => {\n'use strict';\n\n// One\nconst start = 1;\n\nend(start);\n})();\n"},
              {"a.js/readme.txt", "no part"},
              {"b.js", "b();\n"}});
}

TEST_CASE("a file stands instead of the folder of its name") {
  CHECK(join_script_folders({{"a.js", "own();\n"}, {"a.js/10_start.js", "start();\n"}}) ==
        Files{{"a.js", "own();\n"}});
}

}  // namespace
}  // namespace paperboy::pipeline
