// Everything that needs Unicode tables.
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "base/text.h"

namespace paperboy::base {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Characters that no normalization form C changes and that never combine with what stands before
// them: nearly all that English and Chinese texts hold.
bool is_inert_in_nfc(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x3029) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFFEF);
}

struct Scan {
  bool valid = true;
  bool inert = true;
};

Scan scan(std::string_view text) {
  Scan result;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    result.valid = result.valid && !(decoded.character == kReplacement && decoded.size == 1);
    result.inert = result.inert && is_inert_in_nfc(decoded.character);
    at += decoded.size;
  }
  return result;
}

std::string with_replacements(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    append_utf8(out, decoded.character);
    at += decoded.size;
  }
  return out;
}

// `text` must be valid UTF-8; utf8proc can then only fail for lack of memory.
std::string mapped(std::string_view text, utf8proc_option_t options) {
  utf8proc_uint8_t* out = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size =
      utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &out, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  if (size < 0) {
    throw std::bad_alloc();
  }
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

// The blocks of combining diacritical marks: accents. Marks of other scripts (kana voicing, Indic
// vowel signs) make a different letter and stay.
bool is_accent(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0x20D0 && c <= 0x20FF);
}

struct Plain {
  char32_t letter;
  std::string_view plain;
};

// Latin letters which people type without their stroke or as two letters, though Unicode does not
// decompose them. Already case-folded.
constexpr std::array<Plain, 9> kPlainLetters{{{U'æ', "ae"},
                                              {U'ð', "d"},
                                              {U'ø', "o"},
                                              {U'þ', "th"},
                                              {U'đ', "d"},
                                              {U'ħ', "h"},
                                              {U'ı', "i"},
                                              {U'ł', "l"},
                                              {U'œ', "oe"}}};

void append_folded(std::string& out, char32_t c) {
  if (is_accent(c)) {
    return;
  }
  const auto* plain = std::find_if(kPlainLetters.begin(), kPlainLetters.end(),
                                   [c](const Plain& entry) { return entry.letter == c; });
  if (plain != kPlainLetters.end()) {
    out += plain->plain;
  } else {
    append_utf8(out, c);
  }
}

}  // namespace

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Decoded decode_long_utf8(std::string_view text, std::size_t offset) {
  utf8proc_int32_t character = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
  const std::size_t available = std::min<std::size_t>(text.size() - offset, 4);
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(available), &character);
  if (size <= 0) {
    return {kReplacement, 1};
  }
  return {static_cast<char32_t>(character), static_cast<std::size_t>(size)};
}

void append_long_utf8(std::string& out, char32_t character) {
  const bool is_scalar = character <= 0x10FFFF && !(character >= 0xD800 && character <= 0xDFFF);
  std::array<utf8proc_uint8_t, 4> bytes{};
  const utf8proc_ssize_t size =
      utf8proc_encode_char(static_cast<utf8proc_int32_t>(is_scalar ? character : kReplacement), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    width += static_cast<std::size_t>(
        std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(decoded.character))));
    at += decoded.size;
  }
  return width;
}

std::string to_nfc(std::string_view text) {
  const Scan found = scan(text);
  if (!found.valid) {
    return to_nfc(with_replacements(text));
  }
  return found.inert ? std::string(text) : mapped(text, UTF8PROC_COMPOSE);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) {
    return to_lower_ascii(text);
  }
  const std::string decomposed =
      mapped(with_replacements(text), static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD));
  std::string bare;
  for (std::size_t at = 0; at < decomposed.size();) {
    const Decoded decoded = decode_utf8(decomposed, at);
    append_folded(bare, decoded.character);
    at += decoded.size;
  }
  return to_nfc(bare);
}

CharacterKind character_kind(char32_t character) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return CharacterKind::Letter;
    case UTF8PROC_CATEGORY_ND:
      return CharacterKind::Digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharacterKind::Mark;
    default:
      return CharacterKind::Other;
  }
}

}  // namespace paperboy::base
