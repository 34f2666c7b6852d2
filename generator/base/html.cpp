#include "base/html.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace paperboy::base {

namespace {

constexpr std::array<bool, 256> kIsSpecial = [] {
  std::array<bool, 256> is_special{};
  for (const char c : std::string_view("&<>\"'")) {
    is_special[static_cast<unsigned char>(c)] = true;
  }
  return is_special;
}();

// Eight bytes of a text at once.
using Word = std::uint64_t;
constexpr Word in_each_byte(unsigned char byte) {
  return Word{0x0101010101010101} * byte;
}

// Whether a byte is 0.
constexpr Word zero_byte(Word word) {
  return (word - in_each_byte(1)) & ~word & in_each_byte(0x80);
}

// " and & differ in one bit, and so do < and >.
bool has_special(Word word) {
  return (zero_byte((word & ~in_each_byte(4)) ^ in_each_byte('"')) | zero_byte(word ^ in_each_byte('\'')) |
          zero_byte((word & ~in_each_byte(2)) ^ in_each_byte('<'))) != 0;
}

// The next of the five characters at or behind `at`; the end of the text when there is none.
std::size_t find_special(std::string_view text, std::size_t at) {
  Word word = 0;
  for (; text.size() - at >= sizeof(Word); at += sizeof(Word)) {
    std::memcpy(&word, text.data() + at, sizeof(Word));
    if (has_special(word)) {
      break;
    }
  }
  while (at < text.size() && !kIsSpecial[static_cast<unsigned char>(text[at])]) {
    ++at;
  }
  return at;
}

std::string_view entity_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

}  // namespace

Html Html::escaped(std::string_view text) {
  std::string markup;
  append_html_escaped(markup, text);
  return Html(std::move(markup));
}

void append_html_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0;;) {
    const std::size_t special = find_special(text, at);
    out.append(text, at, special - at);
    if (special == text.size()) {
      return;
    }
    out.append(entity_for(text[special]));
    at = special + 1;
  }
}

}  // namespace paperboy::base
