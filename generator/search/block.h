#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/kept_bytes.h"

namespace paperboy::search {

// What a block knows of a term. Numbers are written with append_number().
struct BlockTerm {
  std::string_view term;
  std::string_view postings;  // for each document its distance to the one before, and its impact
  std::string_view
      places;  // for each document how many there are, then each as its distance from the one before
  std::uint32_t last_document = 0;
};

// The index of some documents that follow each other and are numbered from 0, as one stretch of bytes: what
// BlockWriter wrote. It is looked up without being read whole.
class Block {
 public:
  // Of no document.
  Block() = default;
  // `bytes` outlives the block and what it gives; so does `kept`, which it is a part of, if any.
  explicit Block(std::string_view bytes, const base::KeptBytes* kept = nullptr);

  std::size_t size() const { return size_; }  // in terms, which stand in the order of their bytes
  std::string_view term(std::size_t number) const;
  BlockTerm at(std::size_t number) const;
  // Where `term` stands, or would stand. It is not before `from`.
  std::size_t lower_bound(std::string_view term, std::size_t from = 0) const;
  // Frees the memory of what was read, where it can be had again.
  void give_up_room() const;

 private:
  friend std::vector<std::string> changed_terms(const Block& before, const Block& now);

  std::string_view entry(std::size_t number) const;

  std::string_view bytes_;
  const base::KeptBytes* kept_ = nullptr;
  std::size_t size_ = 0;
};

// The terms of which two blocks do not say the same, in order.
std::vector<std::string> changed_terms(const Block& before, const Block& now);

}  // namespace paperboy::search
