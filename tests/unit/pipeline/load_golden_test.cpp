#include <catch2/catch.hpp>

#include "base/diagnostic_format.h"
#include "load_dump.h"
#include "pipeline/link.h"
#include "pipeline/load.h"
#include "support/golden.h"
#include "support/memory_file_system.h"

namespace paperboy::tests {
namespace {

struct Outcome {
  std::string archive;
  std::string diagnostics;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

Outcome load(const MemoryFileSystem& files, std::size_t threads) {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  pipeline::KeptEditions nothing_kept;
  model::Archive archive = pipeline::load_archive(files, sources, nothing_kept, threads, diagnostics);
  pipeline::link_archive(archive, 2, diagnostics);
  return {dump(archive), base::format_text(diagnostics.sorted(), base::Color::Off, 1000)};
}

}  // namespace

// Parts below content/ are the archive; `expect.txt` is what the user is told and `expect-archive.txt`, where
// a file has it, what was understood.
TEST_CASE("content files are understood, and their mistakes located") {
  run_goldens("load", [](Txtar golden) {
    MemoryFileSystem files;
    for (const TxtarFile& file : golden.files)
      if (file.name.starts_with("content/"))
        files.files[file.name] = file.text;
    const Outcome outcome = load(files, 1);
    CHECK((load(files, 4) == outcome));
    golden.set("expect.txt", outcome.diagnostics);
    if (golden.find("expect-archive.txt") != nullptr)
      golden.set("expect-archive.txt", outcome.archive);
    return golden;
  });
}

}  // namespace paperboy::tests
