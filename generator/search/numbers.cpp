#include "search/numbers.h"

#include <string_view>

namespace paperboy::search {

void append_number(std::string& out, std::uint32_t number) {
  constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
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

}  // namespace paperboy::search
