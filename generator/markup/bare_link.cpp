#include "markup/bare_link.h"

#include <string>

#include "base/text.h"

namespace paperboy::markup {
namespace {

bool between(char32_t character, char32_t first, char32_t last) {
  return character >= first && character <= last;
}

bool is_ascii_alphanumeric(char32_t c) {
  return between(c, U'0', U'9') || between(c, U'a', U'z') || between(c, U'A', U'Z');
}

std::size_t scheme_length(std::string_view rest) {
  const std::string start = base::to_lower_ascii(rest.substr(0, 8));
  return base::starts_with(start, "https://") ? 8 : base::starts_with(start, "http://") ? 7 : 0;
}

bool inside_word(std::string_view text, std::size_t offset) {
  return offset > 0 && is_ascii_alphanumeric(static_cast<unsigned char>(text[offset - 1]));
}

bool ends_address(char32_t character, char32_t previous) {
  if (character <= 0x20 || character == 0x7F || character == 0xFFFD) {
    return true;
  }
  if (character < 0x80) {
    return std::string_view("<>\"`\\{}|^").find(static_cast<char>(character)) != std::string_view::npos;
  }
  const bool quotes =
      between(character, 0x2010, 0x2027) || between(character, 0x2028, 0x205F) || character == 0xA0;
  return quotes || is_cjk_punctuation(character) || (is_cjk(character) && is_ascii_alphanumeric(previous));
}

std::size_t raw_length(std::string_view rest) {
  char32_t previous = 0;
  std::size_t at = 0;
  while (at < rest.size()) {
    const base::Decoded decoded = base::decode_utf8(rest, at);
    if (ends_address(decoded.character, previous)) {
      break;
    }
    previous = decoded.character;
    at += decoded.size;
  }
  return at;
}

// Takes off what belongs to the sentence; brackets stay while they are balanced inside the address.
std::size_t without_sentence_end(std::string_view address) {
  std::size_t round = 0;
  std::size_t square = 0;
  std::size_t last_good = 0;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    round += c == '(' ? 1 : 0;
    square += c == '[' ? 1 : 0;
    if ((c == ')' && round == 0) || (c == ']' && square == 0)) {
      break;
    }
    round -= c == ')' ? 1 : 0;
    square -= c == ']' ? 1 : 0;
    if (std::string_view(".,;:!?'*_~([$").find(c) == std::string_view::npos) {
      last_good = i + 1;
    }
  }
  return last_good;
}

}  // namespace

std::size_t bare_link_length(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  const std::size_t scheme = scheme_length(rest);
  if (scheme == 0 || inside_word(text, offset)) {
    return 0;
  }
  const std::size_t length = without_sentence_end(rest.substr(0, raw_length(rest)));
  return length > scheme && is_ascii_alphanumeric(static_cast<unsigned char>(rest[scheme])) ? length : 0;
}

bool is_cjk_punctuation(char32_t c) {
  return between(c, 0x3001, 0x3003) || between(c, 0x3008, 0x3011) || between(c, 0x3014, 0x301F) ||
         c == 0x3000 || c == 0x3030 || c == 0x30FB || between(c, 0xFF01, 0xFF0F) ||
         between(c, 0xFF1A, 0xFF20) || between(c, 0xFF3B, 0xFF40) || between(c, 0xFF5B, 0xFF65) ||
         between(c, 0xFE10, 0xFE1F) || between(c, 0xFE30, 0xFE4F) || between(c, 0xFE50, 0xFE6B);
}

bool is_cjk(char32_t c) {
  return between(c, 0x1100, 0x11FF) || between(c, 0x2E80, 0x2FDF) || between(c, 0x3000, 0x9FFF) ||
         between(c, 0xA960, 0xA97F) || between(c, 0xAC00, 0xD7FF) || between(c, 0xF900, 0xFAFF) ||
         between(c, 0xFE10, 0xFE1F) || between(c, 0xFE30, 0xFE6F) || between(c, 0xFF01, 0xFFEE) ||
         between(c, 0x1B000, 0x1B16F) || between(c, 0x20000, 0x3FFFF);
}

}  // namespace paperboy::markup
