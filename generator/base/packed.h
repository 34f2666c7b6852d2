#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paperboy::base {

// Numbers and texts one behind the other as bytes, for what one build leaves to the next. No format for
// others: it is read only by the program that wrote it.
class PackedWriter {
 public:
  PackedWriter& number(std::uint64_t number);
  PackedWriter& text(std::string_view text);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// Reads what a PackedWriter wrote, in the same order. At the first thing that is not there it fails for good,
// and gives zeros and empty texts.
class PackedReader {
 public:
  // `bytes` outlives the reader and what it gives.
  explicit PackedReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number();
  std::string_view text();
  // Bytes that are left.
  std::size_t size() const { return rest_.size(); }
  bool done() const { return rest_.empty() || failed_; }
  bool failed() const { return failed_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace paperboy::base
