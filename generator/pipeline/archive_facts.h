#pragma once

#include <cstdint>
#include <vector>

#include "base/lists.h"
#include "pages/catalog.h"
#include "pages/content_link.h"

namespace paperboy::pipeline {

// What an archive states beside its texts, as far as pages of one edition show facts that stand in others.
// For comparing builds.
struct ArchiveFacts {
  // A thing by the digest of its name, and a digest of what is said of it.
  struct Named {
    std::uint64_t name = 0;
    std::uint64_t said = 0;
  };

  std::vector<std::uint64_t> papers;         // digests of their ids, as Archive::papers
  base::Lists<std::uint32_t> entries;        // by edition: the paper of each entry
  std::vector<std::uint32_t> numbers;        // of editions: their places in their series
  std::vector<Named> authors;                // as ArchiveIndex::authors: where their pages are
  base::Lists<std::uint32_t> author_papers;  // the same: their papers
  std::vector<Named> periods;                // weeks, months and years as in ArchiveIndex: their languages
  std::vector<Named> shared;                 // what any page may show: menus, topics, sources
};

// The views of the catalog must be open, and its addresses planned.
ArchiveFacts describe_archive(const pages::Catalog& catalog, const pages::ContentLinks& links);

}  // namespace paperboy::pipeline
