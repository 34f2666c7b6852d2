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

base::Diagnostic collision(std::string code, std::string message, base::SourceSpan span) {
  base::Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.span = span;
  return diagnostic;
}

base::SourceSpan line_at_cursor(const YamlCursor& cursor) {
  std::size_t begin = cursor.pos();
  while (cursor.is_blank_at(begin)) {
    ++begin;
  }
  return cursor.span(begin, cursor.line_end(begin));
}

struct Known {
  std::string_view beginning;
  std::string_view code;
  std::string_view message;
  std::string_view hint;
};

constexpr std::array<Known, 6> kKnown = {{
    {"did not find expected hexdecimal number", "bad-escape", "this escape needs hexadecimal digits",
     "write \\\\ for a backslash, or put the text in single quotes"},
    {"found invalid Unicode character escape code", "bad-escape", "this escape stands for no character",
     "write the character itself"},
    {"did not find expected alphabetic or numeric character", "bad-anchor",
     "only letters, digits, `-` and `_` can stand in the name of an anchor",
     "put the text in quotes if the `&` or `*` belongs to it"},
    {"found unexpected ':'", "missing-space", "a space is missing after the colon",
     "write one, also where there is no value"},
    {"did not find expected <document start>", "text-after-document", "this stands after the document's end",
     "delete it"},
    {"found an indentation indicator equal to 0", "bad-block-mark",
     "a text block cannot have an indentation of 0", "delete the 0"},
}};

}  // namespace

void check_colon_slip(const YamlCursor& cursor, std::size_t begin) {
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
}

void fail_neither_key_nor_item(const YamlCursor& cursor, std::size_t begin) {
  check_colon_slip(cursor, begin);
  const std::size_t end = cursor.line_end(begin);
  fail(cursor.span(begin, end), "missing-colon", "this line is neither `key: value` nor a list item",
       "indent it deeper than the key above if it belongs to that text, or add a colon after the key");
}

void fail_after_quote(const YamlCursor& cursor, std::size_t text, base::SourceSpan rest) {
  base::Diagnostic error = collision("text-after-quote", "text follows the closing quote", rest);
  const std::string_view all = base::trim(cursor.slice(text, rest.end));
  if (all.find('\n') != std::string_view::npos) {
    error.hint = "the text began lines above: its closing quote may be missing there";
    error.related.push_back({"the text begins here", cursor.character(text)});
  } else if (all.back() == all.front()) {
    error.hint =
        "quotes within quotes must be written differently: " + in_quotes(all.substr(1, all.size() - 2));
  } else {
    error.hint = quoted_advice(cursor, text);
  }
  throw SyntaxError{std::move(error)};
}

void fail_after_comment(const YamlCursor& cursor, std::size_t text, std::size_t comment) {
  base::Diagnostic error =
      collision("text-after-comment", "a text cannot go on after a comment", line_at_cursor(cursor));
  error.hint = "put the text in quotes if the `#` belongs to it, else move the comment";
  error.related.push_back({"the text begins here", cursor.character(text)});
  error.related.push_back({"the comment begins here", cursor.character(comment)});
  throw SyntaxError{std::move(error)};
}

void fail_below_block(const YamlCursor& cursor, std::size_t text) {
  std::size_t indent = cursor.pos();
  while (cursor.char_at(indent) == ' ') {
    ++indent;
  }
  if (cursor.char_at(indent) == '\t') {
    fail(cursor.character(indent), "tab-indentation", "a tab cannot be used for indentation",
         "indent with spaces");
  }
  base::Diagnostic error =
      collision("bad-indentation", "this line is indented less than the first line of the text block above",
                line_at_cursor(cursor));
  error.hint = "indent all lines of the text alike";
  error.related.push_back({"the text block begins here", cursor.character(text)});
  throw SyntaxError{std::move(error)};
}

void fail_key_below_text(const YamlCursor& cursor, std::size_t text, std::size_t key) {
  base::Diagnostic error = collision("key-in-text", "this key stands inside the text that begins above",
                                     cursor.span(key, cursor.pos()));
  error.hint = "indent it like the keys it belongs to, or put the text in quotes";
  error.related.push_back({"the text begins here", cursor.character(text)});
  throw SyntaxError{std::move(error)};
}

base::Diagnostic list_in_text(const YamlCursor& cursor, std::size_t text) {
  base::Diagnostic warning =
      collision("list-in-text", "this line is read as more of the text above, not as a list item",
                cursor.span(cursor.pos(), cursor.pos() + 1));
  warning.severity = base::Severity::Warning;
  warning.hint = "indent it like the list, or put the text in quotes";
  warning.related.push_back({"the text begins here", cursor.character(text)});
  return warning;
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
