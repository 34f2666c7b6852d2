#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/kept_bytes.h"
#include "outputs/publication.h"
#include "outputs/site_files.h"
#include "search/merge.h"

namespace paperboy::outputs {

// Papers found stand anywhere, so the files of their records are small. They are many and change seldom: the
// table has one digest for a group of files that follow each other.
constexpr std::size_t kRecordsInFile = 2;
constexpr std::size_t kRecordFilesInGroup = 8;

// The index of all papers, block by block.
struct SearchBlocks {
  std::vector<base::KeptBytes> values;  // what the blocks point into
  search::Blocks index;
  std::string record_digests;  // of the groups of files
  bool is_kept = false;        // all are those of the build before
  // The terms of which the build before said something else, in order; none when it is not known what it
  // said.
  std::optional<std::vector<std::string>> changed_terms;
};

// Makes the blocks that are not kept, and the files of records. `order` is search_order().
SearchBlocks make_search_blocks(const Publication& publication, const std::vector<std::size_t>& order,
                                SiteFiles& files);

}  // namespace paperboy::outputs
