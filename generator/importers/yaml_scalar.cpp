#include "importers/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "base/text.h"

namespace paperboy::importers {
namespace {

constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`=<~";
constexpr std::array<std::string_view, 11> kWords = {"null", "true", "false", "yes", "no", "on",
                                                     "off",  "y",    "n",     "inf", "nan"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Characters that only an escape can carry through every YAML tool.
bool needs_escape(char32_t c) {
  return (c < 0x20 && c != '\t') || c == '\t' || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 ||
         c == 0xfeff || (c >= 0xfff0 && c <= 0xffff && c != 0xfffd) || (c & 0xfffe) == 0xfffe;
}

bool is_ascii(char c) {
  return c >= ' ' && c <= '~';
}

bool any_escape(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      ++at;
      continue;
    }
    const base::Decoded decoded = base::decode_utf8(text, at);
    if (needs_escape(decoded.character))
      return true;
    at += decoded.size;
  }
  return false;
}

// Numbers in any base, times, dates and version-like things: what starts as a number is one to some tool.
bool looks_like_value(std::string_view text) {
  const std::string lower = base::to_lower_ascii(text);
  if (std::find(kWords.begin(), kWords.end(), lower) != kWords.end())
    return true;
  std::string_view rest = lower;
  if (rest.front() == '+' || rest.front() == '.')
    rest.remove_prefix(1);
  if (rest.empty() || (!is_digit(rest.front()) && rest != "inf" && rest != "nan"))
    return false;
  return rest.find_first_not_of("0123456789abcdefox.:_+-tz ") == std::string_view::npos;
}

bool is_safe_plain(std::string_view text, Place place) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':')
    return false;
  if (kIndicators.find(text.front()) != std::string_view::npos || base::starts_with(text, "..."))
    return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
    return false;
  if (place == Place::Flow && text.find_first_of(",[]{}:?") != std::string_view::npos)
    return false;
  return !any_escape(text);
}

std::string escaped(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    const auto code = static_cast<std::uint32_t>(decoded.character);
    if (decoded.character == '"' || decoded.character == '\\')
      out += std::string("\\") + text[at];
    else if (decoded.character == '\n')
      out += "\\n";
    else if (decoded.character == '\t')
      out += "\\t";
    else if (decoded.character == '\r')
      out += "\\r";
    else if (needs_escape(decoded.character))
      out += code > 0xffff ? fmt::format("\\U{:08x}", code) : fmt::format("\\u{:04x}", code);
    else
      out += text.substr(at, decoded.size);
    at += decoded.size;
  }
  return out + "\"";
}

std::string quoted(std::string_view text) {
  if (any_escape(text))
    return escaped(text);
  const bool has_single = text.find('\'') != std::string_view::npos;
  if (has_single && text.find_first_of("\"\\") == std::string_view::npos)
    return "\"" + std::string(text) + "\"";
  return "'" + base::replace_all(text, "'", "''") + "'";
}

// Where the first line of `text` ends: at the last lone space before `width`, else at the first one after.
std::size_t fold_end(std::string_view text, std::size_t width) {
  std::size_t columns = 0;
  std::size_t last_break = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    if (columns > width && last_break != std::string_view::npos)
      return last_break;
    const bool lone =
        text[at] == ' ' && at > 0 && text[at - 1] != ' ' && at + 1 < text.size() && text[at + 1] != ' ';
    if (lone)
      last_break = at;
    if (is_ascii(text[at])) {
      ++columns;
      ++at;
      continue;
    }
    const base::Decoded decoded = base::decode_utf8(text, at);
    columns += base::display_width(text.substr(at, decoded.size));
    at += decoded.size;
  }
  return columns > width && last_break != std::string_view::npos ? last_break : text.size();
}

std::string folded(std::string_view text, const std::string& pad, std::size_t width) {
  std::string out = ">-";
  while (!text.empty()) {
    const std::size_t end = fold_end(text, width - std::min(width - 1, pad.size()));
    out += "\n" + pad + std::string(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

std::optional<std::string> literal(std::string_view text, const std::string& pad) {
  const bool ends_line = text.back() == '\n';
  std::string out = ends_line ? "|" : "|-";
  if (ends_line)
    text.remove_suffix(1);
  for (const std::string_view line : base::split(text, '\n')) {
    const bool blank = base::trim(line).empty();
    if ((blank && !line.empty()) || base::starts_with(line, "\t"))
      return std::nullopt;
    out += blank ? "\n" : "\n" + pad + std::string(line);
  }
  return out;
}

bool can_be_block(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.front() == '\n' || text.back() == ' ' ||
      base::ends_with(text, "\n\n") || text == "\n")
    return false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      ++at;
      continue;
    }
    const base::Decoded decoded = base::decode_utf8(text, at);
    if (needs_escape(decoded.character) && decoded.character != '\n' && decoded.character != '\t')
      return false;
    at += decoded.size;
  }
  return true;
}

}  // namespace

std::string inline_text(std::string_view text, Place place) {
  return is_safe_plain(text, place) && !looks_like_value(text) ? std::string(text) : quoted(text);
}

std::string inline_plain(std::string_view text, Place place) {
  const bool is_number = !text.empty() && text.front() == '-' && text.size() > 1 && is_digit(text[1]) &&
                         text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
  return is_number || is_safe_plain(text, place) ? std::string(text) : quoted(text);
}

std::optional<std::string> block_text(std::string_view text, std::size_t indent, std::size_t width) {
  if (!can_be_block(text))
    return std::nullopt;
  const std::string pad(indent, ' ');
  if (text.find('\n') != std::string_view::npos)
    return literal(text, pad);
  if (text.find('\t') != std::string_view::npos)
    return std::nullopt;
  return folded(text, pad, width);
}

}  // namespace paperboy::importers
