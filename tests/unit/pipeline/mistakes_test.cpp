#include <catch2/catch.hpp>
#include <string>

#include "base/diagnostic_format.h"
#include "pipeline/build_site.h"
#include "support/golden.h"
#include "support/memory_file_system.h"

namespace paperboy::pipeline {
namespace {

constexpr std::size_t kShownDiagnostics = 50;

// What a check of the archive says on a terminal without colours.
std::string check(const tests::Txtar& archive) {
  tests::MemoryFileSystem files;
  for (const tests::TxtarFile& part : archive.files) {
    if (part.name != "expect.txt") {
      files.files[part.name] = part.text;
    }
  }
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  build_site(files, BuildOptions(), sources, diagnostics);
  return base::format_text(diagnostics.sorted(), base::Color::Off, kShownDiagnostics);
}

}  // namespace

TEST_CASE("mistakes in content and layouts are explained") {
  tests::run_goldens("mistakes", [](tests::Txtar archive) {
    const std::string found = check(archive);
    archive.set("expect.txt", found.empty() ? "nothing to complain about\n" : found);
    return archive;
  });
}

}  // namespace paperboy::pipeline
