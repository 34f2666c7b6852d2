#include "model/site_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/field_reader.h"

namespace paperboy::model {
namespace {

const std::vector<std::string_view>& placeholders() {
  static const std::vector<std::string_view> names = {"series", "date", "year",         "month",
                                                      "day",    "week", "month_number", "day_number"};
  return names;
}

bool is_unsafe(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F || std::string_view("<>\"'\\^`{|}").find(c) != std::string_view::npos;
}

bool has_unsafe(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_unsafe);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The place of some characters of a pattern, as near as it is known.
base::SourceSpan part_of(const Located& pattern, std::size_t at, std::size_t size) {
  if (!pattern.span || pattern.span.text() != pattern.text)
    return pattern.span;
  const std::uint32_t begin = pattern.span.begin + static_cast<std::uint32_t>(at);
  return {pattern.span.source, begin, begin + static_cast<std::uint32_t>(size)};
}

}  // namespace

std::optional<BaseAddress> parse_base_url(std::string_view text) {
  if (!is_web_address(text) || text.find_first_of("?#") != std::string_view::npos)
    return std::nullopt;
  const std::size_t host = text.find("//") + 2;
  const std::size_t slash = text.find('/', host);
  BaseAddress address{std::string(text),
                      slash == std::string_view::npos ? "/" : std::string(text.substr(slash))};
  if (contains(address.path, "//") || contains(address.path, "/../") || contains(address.path, "/./"))
    return std::nullopt;
  if (address.url.back() != '/')
    address.url += '/';
  if (address.path.back() != '/')
    address.path += '/';
  return address;
}

std::string host_of(std::string_view base_url) {
  const std::size_t begin = base_url.find("://") + 3;
  return std::string(base_url.substr(begin, base_url.find_first_of(":/", begin) - begin));
}

bool is_web_address(std::string_view text) {
  const std::string lower = base::to_lower_ascii(text.substr(0, 8));
  const std::size_t host = base::starts_with(lower, "https://")  ? 8
                           : base::starts_with(lower, "http://") ? 7
                                                                 : 0;
  return host != 0 && text.size() > host && text[host] != '/' && text[host] != '.' && !has_unsafe(text);
}

bool is_link_target(std::string_view text) {
  if (text.empty() || has_unsafe(text))
    return false;
  if (is_web_address(text) || base::starts_with(base::to_lower_ascii(text), "mailto:"))
    return true;
  const std::string_view first = text.substr(0, text.find_first_of("/?#"));
  return !contains(first, ":") && !base::starts_with(text, "//");
}

bool check_placeholders(const Located& pattern, base::Diagnostics& diagnostics) {
  const std::string& text = pattern.text;
  bool fine = true;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    const std::string name = text.substr(open + 1, close == std::string::npos ? close : close - open - 1);
    const auto& known = placeholders();
    if (close != std::string::npos && std::find(known.begin(), known.end(), name) != known.end())
      continue;
    fine = false;
    if (close == std::string::npos) {
      diagnostics.error(part_of(pattern, open, 1), "unknown-placeholder", "this brace is never closed",
                        name_hint(name.substr(0, name.find_first_of("/ ")), known));
      continue;
    }
    const std::string whole = "{" + name + "}";
    diagnostics.error(part_of(pattern, open, whole.size()), "unknown-placeholder",
                      "`" + whole + "` stands for nothing here", name_hint(name, known));
  }
  return fine;
}

bool check_edition_address(const Located& pattern, base::Diagnostics& diagnostics) {
  const std::string& text = pattern.text;
  std::string letters = base::replace_all(base::replace_all(text, "{", ""), "}", "");
  const bool safe = !text.empty() && text.front() != '/' && text.front() != '.' && !has_unsafe(letters) &&
                    !contains(text, "..") && !contains(text, "//") && !contains(text, ":") &&
                    text.find_first_of("?#%") == std::string::npos;
  if (!safe) {
    diagnostics.error(pattern.span, "bad-address",
                      "\"" + text + "\" is no pattern for addresses below the site",
                      "write it like {series}/{date}/");
    return false;
  }
  const bool day = contains(text, "{day}") || contains(text, "{day_number}");
  const bool month = contains(text, "{month}") || contains(text, "{month_number}");
  const bool unique =
      contains(text, "{date}") || contains(text, "{week}") || (contains(text, "{year}") && month);
  if (!unique && !day)
    diagnostics.warning(pattern.span, "bad-address", "this address is the same for several editions",
                        "add {date}, or {year} and {month} and {day}");
  return true;
}

std::string fill_date_pattern(std::string_view pattern, std::string_view series, base::Date date) {
  const std::pair<std::string_view, std::string> names[] = {
      {"{series}", std::string(series)},
      {"{date}", base::to_string(date)},
      {"{year}", fmt::format("{:04}", date.year)},
      {"{month}", fmt::format("{:02}", date.month)},
      {"{day}", fmt::format("{:02}", date.day)},
      {"{month_number}", std::to_string(date.month)},
      {"{day_number}", std::to_string(date.day)},
      {"{week}", fmt::format("w{:02}", base::iso_week(date).week)},
  };
  std::string filled(pattern);
  for (const auto& [name, text] : names) {
    filled = base::replace_all(filled, name, text);
  }
  return filled;
}

}  // namespace paperboy::model
