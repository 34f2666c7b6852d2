#include "search/numbers.h"

namespace paperboy::search {

namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

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
    const auto digit = static_cast<std::uint32_t>(kDigits.find(text_[at_++]));
    number |= (digit & 31U) << shift;
    if (digit < 32) {
      return number;
    }
  }
}

}  // namespace paperboy::search
