#include "pipeline/reader_script.h"

#include <catch2/catch.hpp>

using namespace paperboy;

namespace {

pages::Phrases phrases_of(const std::string& yaml) {
  base::Source source("layouts/languages/en.yaml", yaml);
  base::Diagnostics diagnostics;
  return *pages::Phrases::read(source, diagnostics);
}

}  // namespace

TEST_CASE("the script is given the phrases that are its own, as they are") {
  pages::Phrases phrases = phrases_of(
      "home: Home\n"
      "script_save: 'Save “{title}”'\n"
      "script_odd: 'a \"b\" \\ </script>'\n");
  std::string script = pipeline::reader_script("// words\nconst words = {};\nrun(words);\n", phrases);
  CHECK(script ==
        "// words\nconst words = {\"odd\": \"a \\\"b\\\" \\\\ \\u003c/script>\",\n"
        "    \"save\": \"Save “{title}”\"};\nrun(words);\n");
}

TEST_CASE("a script without a place for words stays as it is") {
  CHECK(pipeline::reader_script("run();\n", phrases_of("script_save: Save\n")) == "run();\n");
}
