#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "templates/filter_input.h"

// Filters from text to text.

namespace paperboy::templates {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

template <char (*Change)(char)>
Ref change_case(const BuiltinCall& call) {
  std::string text = input_text(call);
  std::transform(text.begin(), text.end(), text.begin(), Change);
  return Ref::owned(std::move(text));
}

Ref capitalize(const BuiltinCall& call) {
  std::string text = input_text(call);
  std::transform(text.begin(), text.end(), text.begin(), lower);
  if (!text.empty())
    text[0] = upper(text[0]);
  return Ref::owned(std::move(text));
}

Ref title(const BuiltinCall& call) {
  std::string text = input_text(call);
  bool begins = true;
  for (char& c : text) {
    c = begins ? upper(c) : lower(c);
    begins = base::is_space(c) || c == '-' || c == '(' || c == '[' || c == '{' || c == '<';
  }
  return Ref::owned(std::move(text));
}

// White space, or the characters given. Html stays Html: only its ends are cut.
Ref trim(const BuiltinCall& call) {
  const std::string_view characters = call.text(0, " \t\r\n\f\v");
  const base::Html* html = html_of(call.input);
  const std::string text = html != nullptr ? html->str() : input_text(call);
  if (html != nullptr && call.given(0))
    throw CallError{"HTML can only be trimmed of white space", "use striptags first", "wrong-type"};
  const std::size_t begin = text.find_first_not_of(characters);
  std::string kept =
      begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(characters) - begin + 1);
  return html != nullptr ? Ref::owned(base::Html::trusted(std::move(kept))) : Ref::owned(std::move(kept));
}

Ref replace(const BuiltinCall& call) {
  const std::string text = input_text(call);
  const std::string_view from = call.text(0, "");
  const std::string_view to = call.text(1, "");
  if (from.empty())
    throw CallError{"the text to replace is empty", ""};
  std::int64_t left = call.integer(2, -1);
  std::string out;
  std::size_t at = 0;
  for (std::size_t found = text.find(from); found != std::string::npos && left != 0;
       found = text.find(from, at), --left) {
    out.append(text, at, found - at).append(to);
    at = found + from.size();
    if (out.size() > call.budget.bytes())
      call.budget.fail_bytes();
  }
  out.append(text, at);
  call.budget.text(out.size());
  return Ref::owned(std::move(out));
}

// Cuts to `length` characters with `end` counted in; at a border between words unless killwords.
Ref truncate(const BuiltinCall& call) {
  const std::string text = input_text(call);
  const std::int64_t length = call.integer(0, 255);
  const std::string_view end = call.text(2, "…");
  const std::int64_t room = length - static_cast<std::int64_t>(base::count_characters(end));
  if (room < 0)
    throw CallError{"the length is smaller than what is put at the end", ""};
  std::size_t at = 0;
  std::size_t cut = 0;
  for (std::int64_t count = 0; at < text.size() && count < length; ++count) {
    if (count == room)
      cut = at;
    at += base::decode_utf8(text, at).size;
  }
  if (at == text.size())
    return call.input;
  if (room == length)
    cut = at;
  std::string kept = text.substr(0, cut);
  if (!call.truth(1, false)) {
    const std::size_t space = kept.find_last_of(" \t\r\n");
    if (space != std::string::npos && !base::is_space(text[cut]))
      kept.resize(space);
    kept.resize(static_cast<std::size_t>(base::trim(kept).data() - kept.data()) + base::trim(kept).size());
  }
  return Ref::owned(kept + std::string(end));
}

Ref split(const BuiltinCall& call) {
  const std::string text = input_text(call);
  std::vector<Ref> parts;
  call.budget.list(text.size() + 1);
  if (!call.given(0)) {
    for (std::size_t at = text.find_first_not_of(" \t\r\n"); at != std::string::npos;) {
      const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
      parts.push_back(Ref::owned(text.substr(at, end - at)));
      at = text.find_first_not_of(" \t\r\n", end);
    }
    return Ref::owned(std::move(parts));
  }
  const std::string_view separator = call.text(0, "");
  if (separator.empty())
    throw CallError{"the separator is empty", "use the filter list for the characters of a text"};
  std::size_t at = 0;
  for (std::size_t found = text.find(separator); found != std::string::npos;
       found = text.find(separator, at)) {
    parts.push_back(Ref::owned(text.substr(at, found - at)));
    at = found + separator.size();
  }
  parts.push_back(Ref::owned(text.substr(at)));
  return Ref::owned(std::move(parts));
}

Ref to_string(const BuiltinCall& call) {
  if (text_of(call.input) || html_of(call.input) != nullptr)
    return call.input;
  return Ref::owned(input_text(call));
}

// Every line but the first, and no empty one.
Ref indent(const BuiltinCall& call) {
  const base::Html* html = html_of(call.input);
  const std::string text = html != nullptr ? html->str() : input_text(call);
  const std::int64_t width = call.integer(0, 4);
  if (width < 0 || width > 200)
    throw CallError{"a width is a number from 0 to 200", ""};
  const std::string blanks(static_cast<std::size_t>(width), ' ');
  std::string out;
  bool begins = call.truth(1, false);
  for (const char c : text) {
    if (begins && c != '\n' && c != '\r')
      out += blanks;
    begins = c == '\n';
    out += c;
    if (out.size() > call.budget.bytes())
      call.budget.fail_bytes();
  }
  call.budget.text(out.size());
  return html != nullptr ? Ref::owned(base::Html::trusted(std::move(out))) : Ref::owned(std::move(out));
}

Ref urlencode(const BuiltinCall& call) {
  return Ref::owned(base::percent_encode_path(input_text(call)));
}

Ref wordcount(const BuiltinCall& call) {
  const std::string text = input_text(call);
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    if (!base::is_space(c) && !inside)
      ++words;
    inside = !base::is_space(c);
  }
  return Ref(words);
}

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string date_part(base::Date day, char letter) {
  const std::string_view month = kMonths[day.month - 1];
  const std::string_view weekday = kDays[base::iso_weekday(day) - 1];
  switch (letter) {
    case 'Y':
      return std::to_string(day.year);
    case 'm':
      return two_digits(day.month);
    case 'd':
      return two_digits(day.day);
    case 'e':
      return std::to_string(day.day);
    case 'B':
      return std::string(month);
    case 'b':
      return std::string(month.substr(0, 3));
    case 'A':
      return std::string(weekday);
    case 'a':
      return std::string(weekday.substr(0, 3));
    case 'G':
      return std::to_string(base::iso_week(day).year);
    case 'V':
      return two_digits(base::iso_week(day).week);
    case '%':
      return "%";
    default:
      throw CallError{"unknown part '%" + std::string(1, letter) + "' of a date",
                      "known: %Y %m %d %e %B %b %A %a %G %V %%, and %-m %-d without leading zeros"};
  }
}

Ref date(const BuiltinCall& call) {
  const std::string text = input_text(call);
  const std::optional<base::Date> day = base::parse_date(std::string_view(text).substr(0, 10));
  if (!day || (text.size() > 10 && text[10] != 'T' && text[10] != ' '))
    throw CallError{"'" + text + "' is not a date", "a date is written 2026-05-06", "wrong-type"};
  const std::string_view format = call.text(0, "%Y-%m-%d");
  std::string out;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      out += format[i];
      continue;
    }
    const bool bare = i + 1 < format.size() && format[i + 1] == '-';
    i += bare ? 2 : 1;
    std::string part = date_part(*day, i < format.size() ? format[i] : ' ');
    if (bare && part[0] == '0')
      part.erase(0, 1);
    out += part;
  }
  return Ref::owned(std::move(out));
}

}  // namespace

std::vector<BuiltinFilter> text_filters() {
  return {{"upper", {}, 0, change_case<upper>},
          {"lower", {}, 0, change_case<lower>},
          {"capitalize", {}, 0, capitalize},
          {"title", {}, 0, title},
          {"trim", {"chars"}, 0, trim},
          {"replace", {"old", "new", "count"}, 2, replace},
          {"truncate", {"length", "killwords", "end"}, 0, truncate},
          {"split", {"separator"}, 0, split},
          {"string", {}, 0, to_string},
          {"indent", {"width", "first"}, 0, indent},
          {"urlencode", {}, 0, urlencode},
          {"wordcount", {}, 0, wordcount},
          {"date", {"format"}, 0, date}};
}

}  // namespace paperboy::templates
