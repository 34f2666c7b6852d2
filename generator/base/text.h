#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::base {

// One decoded character. `size` is 1 to 4 bytes; an invalid byte decodes as U+FFFD with size 1.
struct Decoded {
  char32_t character = 0;
  std::size_t size = 1;
};
// Beyond ASCII.
Decoded decode_long_utf8(std::string_view text, std::size_t offset);
void append_long_utf8(std::string& out, char32_t character);
// Decodes at `offset`, which must lie inside `text`.
inline Decoded decode_utf8(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  return first < 0x80 ? Decoded{first, 1} : decode_long_utf8(text, offset);
}
inline void append_utf8(std::string& out, char32_t character) {
  if (character < 0x80) {
    out += static_cast<char>(character);
  } else {
    append_long_utf8(out, character);
  }
}
bool is_ascii(std::string_view text);
// Byte offset of the first invalid UTF-8 sequence, or of a character that no text file should hold: controls
// (C0 except tab, line feed, carriage return; U+007F; C1) and noncharacters such as U+FFFE; none when clean.
std::optional<std::size_t> find_bad_character(std::string_view text);
std::size_t count_characters(std::string_view text);
// Terminal cells: 2 for East Asian wide characters, 0 for combining marks.
std::size_t display_width(std::string_view text);
// Unicode Normalization Form C; invalid bytes become U+FFFD.
std::string to_nfc(std::string_view text);
// NFC, full case folding, accents and strokes removed (é → e, ł → l): for comparing and for slugs.
// Marks that make another letter (kana voicing, Indic vowel signs) stay.
std::string fold(std::string_view text);

enum class CharacterKind { Letter, Digit, Mark, Other };
// By Unicode general category: L* and Nl, Nd, M*, everything else.
CharacterKind character_kind(char32_t character);

inline bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
bool starts_with(std::string_view text, std::string_view prefix);
bool ends_with(std::string_view text, std::string_view suffix);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string to_lower_ascii(std::string_view text);
// Runs of white space become one space, ends trimmed.
std::string collapse_spaces(std::string_view text);
// A text of more than `characters` is cut, at a word border where one is near, and ends in "…", which
// counts too.
std::string shorten(std::string_view text, std::size_t characters);

// The candidate nearest to `word` by edit distance, if near enough to be a likely typing mistake.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates);

// Percent-encodes everything but unreserved characters and '/'.
std::string percent_encode_path(std::string_view text);
// The inside of a JSON string, without the quotes; safe within a <script> element too. Invalid bytes
// become U+FFFD.
std::string json_escape(std::string_view text);
void append_json_escaped(std::string& out, std::string_view text);

// A file and address name made of lower-case letters, digits and Han kept as they are, words joined
// by '-'; at most 80 bytes. Never empty, never a path. Different texts may give equal slugs: use
// UniqueSlugs where that matters.
std::string slug(std::string_view text);

}  // namespace paperboy::base
