#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/block.h"

namespace paperboy::search {

// All documents, in blocks that follow each other.
struct Blocks {
  std::vector<Block> blocks;
  std::uint32_t documents = 0;  // of each block but the last

  // Frees the memory of what was read of them, where it can be had again. Safe while others read.
  void give_up_room() const;
};

// A term with all documents that have it.
struct IndexedTerm {
  std::string_view term;  // as those of the blocks
  std::string postings;   // for each document its distance to the one before, and its impact
  // Of the documents of one block: for each how many there are, then each as its distance from the one
  // before.
  struct Places {
    std::uint32_t block = 0;
    std::uint32_t first_document = 0;
    std::string_view bytes;
  };
  std::vector<Places> places;  // block by block
};

// Terms that follow each other: from `first` on, before `end`.
struct TermRange {
  std::string first;
  std::optional<std::string> end;          // none: up to the last
  std::vector<std::uint32_t> begins = {};  // where they begin in each block; empty: to be looked for
};
std::vector<IndexedTerm> merge_terms(const Blocks& blocks, const TermRange& range);

// The terms are cut into segments where terms look so that about one in 500 does: a new word moves no border
// of others.
bool begins_segment(std::string_view term);
// Together all terms, cut there.
std::vector<TermRange> segment_ranges(const Blocks& blocks, std::size_t threads);

// A number for a term, one of 2^32, in hexadecimal digits. assets/search.js computes the same.
std::string term_key(std::string_view term);

}  // namespace paperboy::search
