#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "load_dump.h"
#include "pipeline/link.h"
#include "pipeline/load.h"
#include "support/memory_file_system.h"

namespace paperboy::tests {
namespace {

MemoryFileSystem three_editions() {
  MemoryFileSystem files;
  files.files["content/site.yaml"] =
      "title: T\nbase_url: https://example.org/\n"
      "series:\n- {id: daily, title: D}\n- {id: weekly, title: W, cadence: weekly}\n";
  files.files["content/daily/2026-05-06.yaml"] =
      "papers:\n- {id: 2605.03769, title: Old, authors: [A]}\n- {title: Same}\n";
  files.files["content/daily/2026-05-07.yaml"] =
      "papers:\n- {id: 2605.03769v2, title: New}\n- {title: same!}\n";
  files.files["content/weekly/2026-05-07.yaml"] =
      "papers:\n- {id: 2605.03769}\n- {title: Same, source: Elsewhere}\n";
  files.files["content/papers/2605.03769.md"] = "A note.\n";
  return files;
}

}  // namespace

TEST_CASE("linking does not depend on the order of loading and may be repeated") {
  const MemoryFileSystem files = three_editions();
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  pipeline::KeptEditions nothing_kept;
  model::Archive archive = pipeline::load_archive(files, sources, nothing_kept, 1, diagnostics);
  model::Archive reversed = archive;
  std::reverse(reversed.editions.begin(), reversed.editions.end());
  pipeline::link_archive(archive, 2, diagnostics);
  pipeline::link_archive(reversed, 2, diagnostics);
  CHECK(dump(archive) == dump(reversed));
  const std::string once = dump(archive);
  pipeline::link_archive(archive, 2, diagnostics);
  CHECK(dump(archive) == once);
  CHECK(diagnostics.sorted().empty());
}

TEST_CASE("indexes point at papers and editions") {
  const MemoryFileSystem files = three_editions();
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  pipeline::KeptEditions nothing_kept;
  model::Archive archive = pipeline::load_archive(files, sources, nothing_kept, 2, diagnostics);
  pipeline::link_archive(archive, 2, diagnostics);
  REQUIRE(archive.papers.size() == 3);
  const model::PaperRecord& record = archive.papers.at(archive.paper_by_id.at("arxiv:2605.03769"));
  CHECK(record.appearances.size() == 3);
  CHECK(record.paper->version == 2);
  CHECK(record.paper->title.best("en")->value.text == "New");
  REQUIRE(record.paper->authors.size() == 1);
  REQUIRE(record.notes.size() == 1);
  CHECK(record.notes.front().markdown.text == "A note.");
  CHECK(archive.papers.at(archive.paper_by_id.at("slug:same")).appearances.size() == 2);
  CHECK(archive.paper_by_id.contains("slug:elsewhere-same"));
  CHECK(archive.editions_by_series.at("daily") == std::vector<std::size_t>{0, 1});
  CHECK(archive.editions_by_series.at("weekly") == std::vector<std::size_t>{2});
}

TEST_CASE("titles, names and comments have a ceiling, and texts just below it are taken") {
  const auto found = [](std::size_t title, std::size_t name, std::size_t comment) {
    MemoryFileSystem files;
    files.files["content/site.yaml"] =
        "title: T\nbase_url: https://example.org/\nseries:\n- {id: daily, title: D}\n";
    files.files["content/daily/2026-05-06.yaml"] =
        "papers:\n- id: 2605.03769\n  title: " + std::string(title, 't') + "\n  authors:\n  - " +
        std::string(name, 'n') + "\n  comment: " + std::string(comment, 'c') + "\n";
    base::SourceStore sources;
    base::Diagnostics diagnostics;
    pipeline::KeptEditions nothing_kept;
    model::Archive archive = pipeline::load_archive(files, sources, nothing_kept, 1, diagnostics);
    pipeline::link_archive(archive, 2, diagnostics);
    std::vector<std::string> places;
    for (const base::Diagnostic& one : diagnostics.sorted())
      places.push_back(one.code + " in line " +
                       std::to_string(one.span.source->position(one.span.begin).line));
    return places;
  };
  CHECK(found(4'000, 1'000, 20'000).empty());
  CHECK(found(4'001, 1'001, 20'001) == std::vector<std::string>{"text-too-long in line 3",
                                                                "text-too-long in line 5",
                                                                "text-too-long in line 6"});
}

}  // namespace paperboy::tests
