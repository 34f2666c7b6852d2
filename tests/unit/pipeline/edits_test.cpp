#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "edited_archive.h"
#include "site_builder.h"

using paperboy::tests::build;
using paperboy::tests::BuiltSite;
using paperboy::tests::EditedArchive;
using paperboy::tests::TemporaryFolder;

namespace {

// More of them, from another seed: PAPERBOY_EDITS=1000 PAPERBOY_SEED=7 build/test/tests/test_pipeline
// "*edits*"
int number_in(const char* variable, int otherwise) {
  const char* wanted = std::getenv(variable);
  return wanted == nullptr ? otherwise : std::atoi(wanted);
}

void check_same(const BuiltSite& edited, const BuiltSite& clean) {
  REQUIRE(edited.diagnostics == clean.diagnostics);
  if (!clean.ok) {
    return;  // nothing was written
  }
  for (const auto& [path, bytes] : clean.files) {
    INFO(path);
    REQUIRE(edited.files.count(path) == 1);
    REQUIRE(edited.files.at(path) == bytes);
  }
  REQUIRE(edited.files.size() == clean.files.size());
  CHECK(edited.report.pages == clean.report.pages);
  CHECK(edited.report.papers == clean.report.papers);
  CHECK(edited.report.bytes == clean.report.bytes);
}

}  // namespace

TEST_CASE("after any edits a site is that of a build from nothing, byte for byte") {
  EditedArchive archive(static_cast<unsigned>(number_in("PAPERBOY_SEED", 20260506)));
  const TemporaryFolder output, kept;
  paperboy::pipeline::BuildOptions options;
  options.root = kept.path();
  options.threads = 2;
  std::string history;
  int updates = 0;
  for (int step = 0; step < number_in("PAPERBOY_EDITS", 20); ++step) {
    history += archive.edit() + "\n";
    INFO(history);
    const BuiltSite edited = build(archive.files(), output, options);
    check_same(edited, build(archive.files()));
    updates += edited.ok && edited.report.made < edited.report.files ? 1 : 0;
  }
  CHECK(updates > 0);  // not all from nothing
}
