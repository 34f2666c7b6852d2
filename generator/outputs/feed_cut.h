#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/memo.h"
#include "outputs/feed_item.h"

namespace paperboy::outputs {

// Of a feed's newest document. Readers ask for it every hour.
inline constexpr std::size_t kMostItems = 30;
// Of the items' content in one document.
inline constexpr std::size_t kLargestDocument = 200'000;

// How the items of a feed, oldest first, are cut into archive documents (RFC 5005). Document `number`, from
// 1, holds the items from begins[number - 1] to begins[number]; what begins last is in no archive yet. Only
// what is full is cut off, so that a document never changes when items are added.
struct FeedCut {
  std::vector<std::size_t> begins = {0};
  std::optional<std::vector<std::size_t>> before;  // in the build before, where that is known

  std::size_t document_count() const { return begins.size() - 1; }
  // Whether the build before had a document with this number, of the same items and with the same neighbours.
  bool is_as_before(std::size_t number) const;
  // Whether the build before had as many.
  bool has_count_of_before() const { return before && before->size() == begins.size(); }
};

// The cut of all editions. It depends on how long each item is, so texts can move it.
FeedCut cut_editions(const FeedItems& items, base::Memo& memo, std::string_view language);

}  // namespace paperboy::outputs
