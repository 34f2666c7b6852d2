#include <catch2/catch.hpp>

#include "base/text.h"
#include "site_builder.h"
#include "support/golden.h"

// Each tests/golden/sites/*.txtar is a whole archive. Its own small layouts keep the expectation readable.
// `expect.txt` is what was reported and the list of pages; each part `expect/PATH` is a written file.
TEST_CASE("archives become sites") {
  paperboy::tests::run_goldens("sites", [](paperboy::tests::Txtar test) {
    std::map<std::string, std::string> archive;
    for (const paperboy::tests::TxtarFile& file : test.files) {
      if (file.name.rfind("expect", 0) != 0) {
        archive[file.name] = file.text;
      }
    }
    paperboy::tests::BuiltSite site = paperboy::tests::build(archive);
    std::string report = site.diagnostics;
    for (const auto& [path, bytes] : site.files) {
      if (paperboy::base::ends_with(path, ".html")) {
        report += path + "\n";
      }
    }
    for (const paperboy::tests::TxtarFile& file : paperboy::tests::Txtar(test).files) {
      if (file.name.rfind("expect/", 0) == 0) {
        test.set(file.name, site.files[file.name.substr(7)]);
      }
    }
    test.set("expect.txt", report);
    return test;
  });
}
