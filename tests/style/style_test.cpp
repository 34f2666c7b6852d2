#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "style/checks.h"

using paperboy::style::diagnostic_code_faults;
using paperboy::style::include_faults;
using paperboy::style::length_faults;
using paperboy::style::read_text;
using paperboy::style::top_level_faults;

namespace {

const std::filesystem::path kRoot = PAPERBOY_ROOT;
const std::vector<std::string> kNone;

// One fault a line, unlike what Catch2 makes of a long vector.
void expect_none(const std::vector<std::string>& faults) {
  for (const std::string& fault : faults) {
    std::cout << fault << '\n';
  }
  CHECK(faults.empty());
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("the sources keep the rules") {
  const auto sources = paperboy::style::read_sources(kRoot);
  REQUIRE(sources.size() > 10);
  expect_none(include_faults(sources));
  expect_none(length_faults(sources));
  expect_none(diagnostic_code_faults(sources, read_text(kRoot / "generator/docs/diagnostics.md")));
}

TEST_CASE("the top level holds what it should") {
  expect_none(top_level_faults(names_in(kRoot)));
}

TEST_CASE("includes may point to a folder further left") {
  CHECK(include_faults({{"generator/value/yaml.cpp", "#include <vector>\n#include \"base/text.h\"\n"},
                        {"generator/cli/build.cpp", "#include \"cli/options.h\"\n#include \"base/text.h\"\n"},
                        {"generator/main.cpp", "#include \"cli/run.h\"\n"},
                        {"tests/unit/value/yaml_test.cpp",
                         "#include \"support/golden.h\"\n#include \"dump.h\"\n"}}) == kNone);
}

TEST_CASE("an include that points right or to a sibling is a fault") {
  CHECK(include_faults({{"generator/base/text.cpp", "\n#include \"value/value.h\"\n"},
                        {"generator/markup/math.cpp", "#include \"model/paper.h\"\n"},
                        {"tests/unit/value/yaml_test.cpp", "#include \"pages/page.h\"\n"}}) ==
        std::vector<std::string>{
            "generator/base/text.cpp:2: base/ may not include \"value/value.h\"",
            "generator/markup/math.cpp:1: markup/ may not include \"model/paper.h\"",
            "tests/unit/value/yaml_test.cpp:1: value/ may not include \"pages/page.h\"",
        });
}

TEST_CASE("an include without a known folder is a fault") {
  CHECK(
      include_faults({{"generator/base/text.cpp", "#include \"unicode.h\"\n#include \"support/golden.h\"\n"},
                      {"generator/misc/text.cpp", "#include \"base/text.h\"\n"}}) ==
      std::vector<std::string>{
          "generator/base/text.cpp:1: includes \"unicode.h\" without naming its folder",
          "generator/base/text.cpp:2: support/ has no place in the order of folders",
          "generator/misc/text.cpp:1: misc/ has no place in the order of folders",
      });
}

TEST_CASE("a library that two folders include is a fault") {
  CHECK(include_faults({{"generator/value/yaml.cpp", "#include <yaml.h>\n#include <fmt/format.h>\n"},
                        {"generator/model/site.cpp", "#include <yaml.h>\n#include <fmt/format.h>\n"}}) ==
        std::vector<std::string>{"generator/model: yaml.h is also included by generator/value"});
}

TEST_CASE("a file of more than 450 lines is a fault") {
  CHECK(length_faults({{"generator/base/text.cpp", std::string(450, '\n')}}) == kNone);
  CHECK(length_faults({{"generator/base/text.cpp", std::string(451, '\n')}}) ==
        std::vector<std::string>{"generator/base/text.cpp: 451 lines, more than 450: split it by topic"});
}

TEST_CASE("the top level takes no other names than the agreed ones") {
  CHECK(top_level_faults({".git", "CMakeLists.txt", "README.md", "assets", "build", "content", "generator",
                          "layouts", "scripts", "site"}) ==
        std::vector<std::string>{"scripts: has no place at the top level",
                                 "tests: is missing at the top level"});
}

TEST_CASE("a reported code must be in the manual") {
  const std::string source =
      "diagnostics.error(span_of(a, \"b, c\"),\n                  \"bad-date\", \"message\");\n"
      "sink->warning(Span{1, 2}, \"unknown-key\", text);\n"
      "diagnostic.code = \"bad-math\";\n"
      "log.note(\"too-few\");\n";
  CHECK(diagnostic_code_faults({{"generator/model/paper.cpp", source}}, "| `bad-date` | a date | … |\n") ==
        std::vector<std::string>{
            "generator/model/paper.cpp: the code bad-math is not in generator/docs/diagnostics.md",
            "generator/model/paper.cpp: the code unknown-key is not in generator/docs/diagnostics.md",
        });
}

TEST_CASE("a code in the manual must be reported somewhere") {
  CHECK(diagnostic_code_faults({{"generator/model/paper.cpp", "report(\"bad-date\");"}},
                               "| `bad-date` | … |\n| `bad-year` | … |\n") ==
        std::vector<std::string>{"generator/docs/diagnostics.md: nothing reports the code bad-year"});
}
