#include "base/packed.h"

namespace paperboy::base {

// Seven bits a byte, the lowest first; the highest bit says that more follow.
PackedWriter& PackedWriter::number(std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) {
    bytes_ += static_cast<char>(0x80U | (number & 0x7FU));
  }
  bytes_ += static_cast<char>(number);
  return *this;
}

PackedWriter& PackedWriter::text(std::string_view text) {
  number(text.size());
  bytes_ += text;
  return *this;
}

PackedPieces& PackedPieces::number(std::uint64_t number) {
  between_.number(number);
  return *this;
}

PackedPieces& PackedPieces::text(std::string_view text) {
  between_.text(text);
  return *this;
}

PackedPieces& PackedPieces::list(std::string_view bytes) {
  between_.number(bytes.size());
  lists_.push_back({between_.bytes().size(), bytes});
  return *this;
}

std::vector<std::string_view> PackedPieces::pieces() const {
  const std::string_view between = between_.bytes();
  std::vector<std::string_view> pieces;
  std::size_t given = 0;
  for (const Place& place : lists_) {
    pieces.push_back(between.substr(given, place.at - given));
    pieces.push_back(place.list);
    given = place.at;
  }
  pieces.push_back(between.substr(given));
  return pieces;
}

std::uint64_t PackedReader::number() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty() && !failed_; shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) {
      return number;
    }
  }
  failed_ = true;
  return 0;
}

std::string_view PackedReader::text() {
  const std::uint64_t size = number();
  if (failed_ || size > rest_.size()) {
    failed_ = true;
    return {};
  }
  const std::string_view text = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return text;
}

}  // namespace paperboy::base
