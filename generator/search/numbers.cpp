#include "search/numbers.h"

#include <array>

namespace paperboy::search {

namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

// Of each digit; of other characters 0.
constexpr std::array<std::uint8_t, 256> kValues = [] {
  std::array<std::uint8_t, 256> values{};
  for (std::size_t value = 0; value < kDigits.size(); ++value) {
    values[static_cast<unsigned char>(kDigits[value])] = static_cast<std::uint8_t>(value);
  }
  return values;
}();

}  // namespace

void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 32; number /= 32) {
    out += kDigits[32 + number % 32];
  }
  out += kDigits[number];
}

std::string ascending_numbers(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  std::uint32_t before = 0;
  for (const std::uint32_t number : numbers) {
    append_number(out, number - before);
    before = number;
  }
  return out;
}

std::uint32_t NumberReader::next() {
  std::uint32_t number = 0;
  for (unsigned shift = 0;; shift += 5) {
    const auto digit = std::uint32_t{kValues[static_cast<unsigned char>(text_[at_++])]};
    number |= (digit & 31U) << shift;
    if (digit < 32) {
      return number;
    }
  }
}

}  // namespace paperboy::search
