#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "base/packed.h"

namespace paperboy::base {

// Many short lists one behind the other, by number: so hundreds of thousands are read and written at once.
template <typename Item>
class Lists {
 public:
  std::size_t size() const { return ends_.size(); }
  // Until another is added.
  std::span<const Item> operator[](std::size_t at) const {
    const std::uint32_t begin = at == 0 ? 0 : ends_[at - 1];
    return std::span<const Item>(items_).subspan(begin, ends_[at] - begin);
  }
  void add(std::span<const Item> list) {
    items_.insert(items_.end(), list.begin(), list.end());
    ends_.push_back(end());
  }
  // The lists [first, last) of another.
  void add_run(const Lists& other, std::size_t first, std::size_t last) {
    const std::uint32_t begin = first == 0 ? 0 : other.ends_[first - 1];
    const std::uint32_t end = last == 0 ? 0 : other.ends_[last - 1];
    const std::uint32_t place = this->end();
    items_.insert(items_.end(), other.items_.begin() + static_cast<std::ptrdiff_t>(begin),
                  other.items_.begin() + static_cast<std::ptrdiff_t>(end));
    for (std::size_t at = first; at < last; ++at) {
      ends_.push_back(other.ends_[at] - begin + place);
    }
  }
  // Those of all lists, one behind the other.
  std::span<Item> items() { return items_; }
  void reserve(std::size_t lists) { ends_.reserve(lists); }

  // What is written stays here until it was read.
  void write(PackedPieces& out) const { out.items<std::uint32_t>(ends_).template items<Item>(items_); }
  // None when the bytes are damaged.
  static std::optional<Lists> read(PackedReader& in) {
    Lists lists;
    lists.ends_ = in.items<std::uint32_t>();
    lists.items_ = in.items<Item>();
    const std::uint32_t end = lists.ends_.empty() ? 0 : lists.ends_.back();
    const bool is_sound =
        end == lists.items_.size() && std::is_sorted(lists.ends_.begin(), lists.ends_.end());
    return is_sound ? std::optional(std::move(lists)) : std::nullopt;
  }

 private:
  // Where the last list ends. Throws std::length_error where there are more items than can be counted.
  std::uint32_t end() const {
    if (items_.size() > std::numeric_limits<std::uint32_t>::max()) {
      throw std::length_error("too many items for lists");
    }
    return static_cast<std::uint32_t>(items_.size());
  }

  std::vector<std::uint32_t> ends_;  // in items_
  std::vector<Item> items_;
};

// Texts that stand so.
using TextList = Lists<char>;

inline std::string_view text_of(std::span<const char> text) {
  return {text.data(), text.size()};
}

}  // namespace paperboy::base
