#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace paperboy::search {

// The numbers at the beginning of a block all have the same size, so that any of them is found at once. Their
// bytes stand as the processor has them: blocks do not leave the machine.
constexpr std::size_t kOffsetBytes = sizeof(std::uint32_t);

inline void append_offset(std::string& out, std::size_t offset) {
  const auto number = static_cast<std::uint32_t>(offset);
  char bytes[kOffsetBytes];
  std::memcpy(bytes, &number, kOffsetBytes);
  out.append(bytes, kOffsetBytes);
}

inline std::size_t read_offset(std::string_view bytes, std::size_t place) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + place * kOffsetBytes, kOffsetBytes);
  return number;
}

// The first bytes of a term as a number, in the same order: most terms are told apart without being looked
// at.
inline std::uint64_t order_of(std::string_view term) {
  std::uint64_t order = 0;
  for (std::size_t at = 0; at < sizeof(order); ++at) {
    order = order << 8U | (at < term.size() ? static_cast<unsigned char>(term[at]) : 0U);
  }
  return order;
}

}  // namespace paperboy::search
