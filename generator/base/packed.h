#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace paperboy::base {

// Numbers and texts one behind the other as bytes, for what one build leaves to the next. No format for
// others: it is read only by the program that wrote it.
class PackedWriter {
 public:
  PackedWriter& number(std::uint64_t number);
  PackedWriter& text(std::string_view text);
  const std::string& bytes() const& { return bytes_; }
  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// The same, with lists that may be long, and stay where they are.
class PackedPieces {
 public:
  PackedPieces& number(std::uint64_t number);
  PackedPieces& text(std::string_view text);
  // As they stand in memory, where they stay until the pieces were read.
  template <typename Item>
  PackedPieces& items(std::span<const Item> items) {
    static_assert(std::is_trivially_copyable_v<Item>);
    return list({reinterpret_cast<const char*>(items.data()), items.size_bytes()});
  }
  // One behind the other they are what was written. Until more is.
  std::vector<std::string_view> pieces() const;

 private:
  struct Place {
    std::size_t at = 0;  // in what is written between lists
    std::string_view list;
  };

  PackedPieces& list(std::string_view bytes);

  PackedWriter between_;
  std::vector<Place> lists_;
};

// Reads what one of them wrote, in the same order. At the first thing that is not there it fails for good,
// and gives zeros and empty texts.
class PackedReader {
 public:
  // `bytes` outlives the reader and what it gives.
  explicit PackedReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number();
  std::string_view text();
  template <typename Item>
  std::vector<Item> items() {
    static_assert(std::is_trivially_copyable_v<Item>);
    const std::string_view bytes = text();
    failed_ = failed_ || bytes.size() % sizeof(Item) != 0;
    std::vector<Item> items(failed_ ? 0 : bytes.size() / sizeof(Item));
    if (!items.empty()) {
      std::memcpy(items.data(), bytes.data(), bytes.size());
    }
    return items;
  }
  // Bytes that are left.
  std::size_t size() const { return rest_.size(); }
  bool done() const { return rest_.empty() || failed_; }
  bool failed() const { return failed_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace paperboy::base
