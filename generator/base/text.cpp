#include "base/text.h"

#include <algorithm>

namespace paperboy::base {

namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kUpperHexDigits = "0123456789ABCDEF";

// Controls, and code points that are set aside for no character: HTML has none of them, XML not all.
bool is_forbidden(char32_t c) {
  const bool is_control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
  return is_control || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

void append_json_unicode(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) {
    out += kDigits[(c >> shift) & 0xFU];
  }
}

// U+2028 and U+2029 end a line in older JavaScript.
bool is_unsafe_in_json(char32_t c) {
  return c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029;
}

void append_json_character(std::string& out, char32_t c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (is_unsafe_in_json(c)) {
    append_json_unicode(out, c);
  } else {
    append_utf8(out, c);
  }
}

// Whether the bytes a character was decoded from may stay as they are.
bool stands_in_json(const Decoded& decoded) {
  const bool is_invalid = decoded.character == 0xFFFD && decoded.size == 1;
  return !is_invalid && decoded.character != '"' && decoded.character != '\\' &&
         !is_unsafe_in_json(decoded.character);
}

// ASCII that stands in JSON whatever follows.
bool is_plain_in_json(char c) {
  return c >= ' ' && c < '\x7F' && c != '"' && c != '\\' && c != '<';
}

// The byte offset just after the first `characters` characters.
std::size_t offset_after(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (; characters > 0 && at < text.size(); --characters) {
    at += decode_utf8(text, at).size;
  }
  return at;
}

// Moves a cut back to a word border if that loses at most a third of the text.
std::size_t word_border(std::string_view text, std::size_t cut) {
  if (cut >= text.size() || is_space(text[cut])) {
    return cut;
  }
  const std::size_t space = text.substr(0, cut).find_last_of(" \t\n\r");
  return space != std::string_view::npos && space * 3 >= cut * 2 ? space : cut;
}

}  // namespace

std::optional<std::size_t> find_bad_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    const bool is_invalid = decoded.character == 0xFFFD && decoded.size == 1;
    if (is_invalid || is_forbidden(decoded.character)) {
      return at;
    }
    at += decoded.size;
  }
  return std::nullopt;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    at += decode_utf8(text, at).size;
  }
  return count;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(at + 1);
  }
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix);
}

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.ends_with(suffix);
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  if (from.empty()) {
    return std::string(text);
  }
  for (;;) {
    const std::size_t at = text.find(from);
    out += text.substr(0, at);
    if (at == std::string_view::npos) {
      return out;
    }
    out += to;
    text.remove_prefix(at + from.size());
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) {
      out += separator;
    }
    out += part;
  }
  return out;
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string collapse_spaces(std::string_view text) {
  std::string out(trim(text));
  std::replace_if(out.begin(), out.end(), is_space, ' ');
  out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
            out.end());
  return out;
}

std::string shorten(std::string_view text, std::size_t characters) {
  if (offset_after(text, characters) == text.size()) {
    return std::string(text);
  }
  if (characters == 0) {
    return {};
  }
  std::size_t cut = word_border(text, offset_after(text, characters - 1));
  // An accent must not be parted from its letter.
  while (cut > 0 && cut < text.size() &&
         character_kind(decode_utf8(text, cut).character) == CharacterKind::Mark) {
    --cut;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
      --cut;
    }
  }
  std::string_view kept = text.substr(0, cut);
  while (!kept.empty() && (is_space(kept.back()) || kept.back() == ',' || kept.back() == ';')) {
    kept.remove_suffix(1);
  }
  return std::string(kept) + std::string(kEllipsis);
}

std::string percent_encode_path(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c) || c == '/') {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kUpperHexDigits[byte >> 4U];
    out += kUpperHexDigits[byte & 0xFU];
  }
  return out;
}

std::string json_escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_json_escaped(out, text);
  return out;
}

void append_json_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;  // what comes before is in `out`
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain_in_json(text[at])) {
      ++at;
      continue;
    }
    const Decoded decoded = decode_utf8(text, at);
    const std::size_t next = at + decoded.size;
    // "</" and "<!" would end or change a <script> element that holds the JSON.
    const bool is_markup =
        decoded.character == '<' && next < text.size() && (text[next] == '/' || text[next] == '!');
    if (is_markup || !stands_in_json(decoded)) {
      out.append(text.substr(copied, at - copied));
      if (is_markup) {
        append_json_unicode(out, '<');
      } else {
        append_json_character(out, decoded.character);
      }
      copied = next;
    }
    at = next;
  }
  out.append(text.substr(copied));
}

}  // namespace paperboy::base
