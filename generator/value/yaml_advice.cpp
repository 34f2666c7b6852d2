#include "value/yaml_advice.h"

#include <array>

#include "base/text.h"

namespace paperboy::value {
namespace {

constexpr std::string_view kWideColon = "：";

// Whether what stands before a colon looks like a key rather than a piece of prose or an address.
bool looks_like_key(std::string_view text) {
  constexpr std::size_t kLongestKey = 40;
  return !text.empty() && text.size() <= kLongestKey && text.find_first_of(" \t") == std::string_view::npos;
}

struct Known {
  std::string_view beginning;
  std::string_view code;
  std::string_view message;
  std::string_view hint;
};

constexpr std::array<Known, 6> kKnown = {{
    {"unknown escape character", "bad-escape", "this escape is unknown within double quotes",
     "write \\\\ for a backslash, or use 'single quotes'"},
    {"bad character found while scanning hex", "bad-escape", "this escape needs hexadecimal digits",
     "write \\\\ for a backslash, or use 'single quotes'"},
    {"invalid unicode", "bad-escape", "this escape stands for no character", "write the character itself"},
    {"cannot set zero indentation", "bad-block-mark", "a text block cannot have an indentation of 0",
     "delete the 0"},
    {"the referenced anchor is not defined", "unknown-anchor", "this alias names no anchor above it",
     "put the text in quotes if the `*` belongs to it"},
    {"bad file", "too-deep", "lists and mappings are nested too deep", ""},
}};

}  // namespace

void fail_neither_key_nor_item(const YamlCursor& cursor, std::size_t begin) {
  const std::size_t end = cursor.line_end(begin);
  const std::string_view line = base::trim(cursor.slice(begin, end));
  const std::size_t wide = line.find(kWideColon);
  if (wide != std::string_view::npos && looks_like_key(line.substr(0, wide))) {
    fail(cursor.span(begin + wide, begin + wide + kWideColon.size()), "wide-colon",
         "a full-width colon cannot separate a key from its value",
         "write `" + std::string(line.substr(0, wide)) + ": ` with an ASCII colon and a space");
  }
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos && looks_like_key(line.substr(0, colon))) {
    fail(cursor.span(begin + colon, begin + colon + 1), "missing-space", "a space is missing after the colon",
         "write `" + std::string(line.substr(0, colon)) + ": ` and then the value");
  }
  fail(cursor.span(begin, end), "missing-colon", "this line is neither `key: value` nor a list item",
       "indent it deeper than the key above if it belongs to that text, or add a colon after the key");
}

ParserAdvice advice_for(std::string_view parser_message) {
  for (const Known& known : kKnown) {
    if (base::starts_with(parser_message, known.beginning)) {
      return {std::string(known.code), std::string(known.message), std::string(known.hint)};
    }
  }
  return {"unreadable-yaml", "this cannot be read as YAML (" + std::string(parser_message) + ")",
          "if it is meant as text, put it in quotes"};
}

}  // namespace paperboy::value
