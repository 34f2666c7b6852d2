#include <array>
#include <charconv>

#include "base/text.h"
#include "templates/filter_input.h"
#include "templates/printing.h"

// Filters between text, HTML and JSON, and the one for missing values.

namespace paperboy::templates {
namespace {

Ref safe(const BuiltinCall& call) {
  if (html_of(call.input) != nullptr)
    return call.input;
  return Ref::owned(base::Html::trusted(input_text(call)));
}

Ref escape(const BuiltinCall& call) {
  if (html_of(call.input) != nullptr)
    return call.input;
  return Ref::owned(base::Html::escaped(input_text(call)));
}

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Entity, 6> kEntities{
    {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00a0"}}};

// The character reference at `at`, appended decoded; gives the place behind it, or `at` when it is none.
std::size_t append_entity(std::string& out, std::string_view markup, std::size_t at) {
  const std::size_t end = markup.find(';', at);
  if (end == std::string_view::npos || end - at > 12)
    return at;
  const std::string_view name = markup.substr(at + 1, end - at - 1);
  for (const Entity& entity : kEntities) {
    if (entity.name == name) {
      out += entity.text;
      return end + 1;
    }
  }
  if (name.size() < 2 || name[0] != '#')
    return at;
  const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  unsigned code = 0;
  const std::from_chars_result parsed =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (digits.empty() || parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size() ||
      code < 0x20 || surrogate || code > 0x10FFFF)
    return at;
  base::append_utf8(out, code);
  return end + 1;
}

// Text without tags and comments, character references resolved, white space collapsed.
Ref striptags(const BuiltinCall& call) {
  const base::Html* html = html_of(call.input);
  const std::string markup = html != nullptr ? html->str() : input_text(call);
  call.budget.text(markup.size());
  std::string out;
  for (std::size_t at = 0; at < markup.size();) {
    if (markup[at] == '<') {
      const bool comment = markup.compare(at, 4, "<!--") == 0;
      const std::size_t end = comment ? markup.find("-->", at + 4) : markup.find('>', at);
      if (end == std::string::npos)
        break;
      at = end + (comment ? 3 : 1);
    } else if (markup[at] == '&') {
      const std::size_t next = append_entity(out, markup, at);
      if (next == at)
        out += markup[at];
      at = next == at ? at + 1 : next;
    } else {
      out += markup[at++];
    }
  }
  return Ref::owned(base::collapse_spaces(out));
}

// Ready for a <script> element; in a page it is not escaped again.
Ref tojson(const BuiltinCall& call) {
  const std::int64_t indent = call.integer(0, 0);
  if (indent < 0 || indent > 16)
    throw CallError{"an indent is a number from 0 to 16", ""};
  std::string out;
  append_json(out, call.input, static_cast<std::size_t>(indent), call.budget);
  call.budget.text(out.size());
  return Ref::owned(base::Html::trusted(std::move(out)));
}

// With `boolean` true also for empty and false values.
Ref default_value(const BuiltinCall& call) {
  const bool missing = is_undefined(call.input) || (call.truth(1, false) && !is_true(call.input));
  if (!missing)
    return call.input;
  return call.given(0) ? call.arguments[0] : Ref(std::string_view());
}

}  // namespace

std::vector<BuiltinFilter> markup_filters() {
  return {{"safe", {}, 0, safe},
          {"escape", {}, 0, escape},
          {"e", {}, 0, escape},
          {"striptags", {}, 0, striptags},
          {"tojson", {"indent"}, 0, tojson},
          {"default", {"value", "boolean"}, 0, default_value, UndefinedInput::Accepted},
          {"d", {"value", "boolean"}, 0, default_value, UndefinedInput::Accepted}};
}

}  // namespace paperboy::templates
