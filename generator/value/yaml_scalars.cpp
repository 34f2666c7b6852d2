#include <array>

#include "base/text.h"
#include "value/yaml_cursor.h"

namespace paperboy::value {
namespace {

YamlToken scalar_token(std::size_t begin, std::size_t end, Style style) {
  YamlToken token;
  token.style = style;
  token.node_begin = token.begin = static_cast<std::uint32_t>(begin);
  token.end = static_cast<std::uint32_t>(end);
  return token;
}

std::size_t name_end(const YamlCursor& cursor, std::size_t pos) {
  constexpr std::string_view kEnds = ",[]{}";
  while (!cursor.is_separation_at(pos) && kEnds.find(cursor.char_at(pos)) == std::string_view::npos) {
    ++pos;
  }
  return pos;
}

void read_tag(YamlCursor& cursor) {
  constexpr std::array<std::string_view, 7> kCore = {"!!str",  "!!int", "!!float", "!!bool",
                                                     "!!null", "!!seq", "!!map"};
  const std::size_t begin = cursor.pos();
  const std::size_t end = name_end(cursor, begin);
  const std::string_view tag = cursor.slice(begin, end);
  for (const std::string_view core : kCore) {
    if (tag == core && cursor.is_separation_at(end)) {
      cursor.move_to(end);
      return;
    }
  }
  fail(cursor.span(begin, end), "unknown-tag", "the tag `" + base::shorten(tag, 40) + "` means nothing here",
       quoted_advice(cursor, begin));
}

void read_anchor(YamlCursor& cursor) {
  const std::size_t begin = cursor.pos();
  const std::size_t end = name_end(cursor, begin + 1);
  if (cursor.aliases() == Aliases::Refused) {
    fail(cursor.span(begin, end), "anchor-refused", "text cannot begin with `&`, which marks an anchor",
         quoted_advice(cursor, begin));
  }
  if (end == begin + 1 || !cursor.is_separation_at(end)) {
    fail(cursor.span(begin, end), "bad-anchor", "an anchor needs a name of letters and digits after `&`",
         quoted_advice(cursor, begin));
  }
  cursor.move_to(end);
}

// One line break inside a quoted text; deeper lines go on with it, others show a forgotten quote.
void check_quote_goes_on(const YamlCursor& cursor, std::size_t open, std::size_t line, ParentColumn parent) {
  std::size_t pos = line;
  while (cursor.is_blank_at(pos)) {
    ++pos;
  }
  if (cursor.is_line_end_at(pos) && pos < cursor.extent().end) {
    return;
  }
  const bool outdented = static_cast<ParentColumn>(pos - line) <= parent;
  if (outdented || cursor.is_marker_at(line) || pos >= cursor.extent().end) {
    fail(cursor.span(open, cursor.line_end(open)), "unterminated-quote",
         "the text that begins with this quote never ends",
         std::string("add the closing ") + cursor.char_at(open) +
             " at the end of the text; further lines of one text must be indented");
  }
}

// What may follow a backslash in double quotes. Readers that are more lenient drop the backslash of others,
// and with it a TeX accent: https://yaml.org/spec/1.2.2/#57-escaped-characters. Two that nobody writes are
// refused with them, `N` and `_`: the parser makes bytes of them that are no UTF-8.
void check_escape(const YamlCursor& cursor) {
  constexpr std::string_view kEscapes = "0abt\tnvfre \"/\\LPxuU";
  const std::size_t at = cursor.pos();
  if (at + 1 < cursor.extent().end && kEscapes.find(cursor.char_at(at + 1)) == std::string_view::npos) {
    const base::Decoded escaped = base::decode_utf8(cursor.extent().text(), at + 1);
    fail(cursor.span(at, at + 1 + escaped.size), "bad-escape", "this escape is unknown within double quotes",
         "write \\\\ for a backslash, or put the text in single quotes");
  }
}

struct BlockHeader {
  std::size_t explicit_indent = 0;  // 0: found from the first line
};

BlockHeader read_block_header(YamlCursor& cursor) {
  const std::size_t begin = cursor.pos();
  BlockHeader header;
  cursor.advance(1);
  for (int sign = 0; sign < 2; ++sign) {
    const char c = cursor.peek();
    if (c == '+' || c == '-') {
      cursor.advance(1);
    } else if (c >= '1' && c <= '9') {
      header.explicit_indent = static_cast<std::size_t>(c - '0');
      cursor.advance(1);
    }
  }
  cursor.skip_to_content();
  if (!cursor.at_line_end()) {
    const char mark = cursor.char_at(begin);
    fail(cursor.character(cursor.pos()), "text-after-block-mark",
         std::string("text cannot follow `") + mark + "` on the same line",
         std::string("begin the text on the next line, indented; or put it in quotes if `") + mark +
             "` belongs to it");
  }
  return header;
}

std::size_t leading_spaces(const YamlCursor& cursor, std::size_t line) {
  std::size_t pos = line;
  while (cursor.char_at(pos) == ' ') {
    ++pos;
  }
  return pos - line;
}

bool is_blank_line(const YamlCursor& cursor, std::size_t line) {
  std::size_t pos = line;
  while (cursor.is_blank_at(pos)) {
    ++pos;
  }
  return cursor.is_line_end_at(pos);
}

// The indentation of the first line with text; blank lines before it must not be deeper, because
// readers disagree on what such a text holds. An outdented line means that there is no text at all.
std::size_t find_indent(const YamlCursor& cursor, std::size_t line, ParentColumn parent) {
  std::size_t deepest_blank = 0;
  std::size_t deepest_line = line;
  for (; line < cursor.extent().end; line = cursor.following_line(line)) {
    const std::size_t spaces = leading_spaces(cursor, line);
    if (is_blank_line(cursor, line)) {
      if (spaces > deepest_blank) {
        deepest_blank = spaces;
        deepest_line = line;
      }
      continue;
    }
    if (deepest_blank > spaces && static_cast<ParentColumn>(spaces) > parent) {
      fail(cursor.span(deepest_line, deepest_line + deepest_blank), "bad-indentation",
           "this blank line is indented deeper than the text below it", "delete the spaces on this line");
    }
    return spaces;
  }
  return deepest_blank;
}

}  // namespace

std::string in_quotes(std::string_view text) {
  if (text.find_first_of("\"\\") == std::string_view::npos) {
    return "\"" + std::string(text) + "\"";
  }
  return "'" + base::replace_all(text, "'", "''") + "'";
}

std::string quoted_advice(const YamlCursor& cursor, std::size_t from) {
  std::string_view text = cursor.slice(from, cursor.line_end(from));
  if (cursor.within() == YamlCursor::Within::Brackets) {
    text = text.substr(0, text.find_first_of(",]}"));
  }
  text = base::trim(text);
  if (text.size() > 60 || text.empty()) {
    return "put the text in quotes";
  }
  return "put the text in quotes: " + in_quotes(text);
}

void read_properties(YamlCursor& cursor) {
  bool tagged = false;
  bool anchored = false;
  while (true) {
    if (cursor.peek() == '!' && !tagged) {
      tagged = true;
      read_tag(cursor);
    } else if (cursor.peek() == '&' && !anchored) {
      anchored = true;
      read_anchor(cursor);
    } else {
      break;
    }
    cursor.skip_blanks();
  }
  if (tagged && (cursor.peek() == '*' || cursor.peek() == '!')) {
    fail(cursor.character(cursor.pos()), "bad-tag", "a tag must be followed by text",
         quoted_advice(cursor, cursor.pos()));
  }
  if (anchored && (cursor.peek() == '&' || cursor.peek() == '*')) {
    fail(cursor.character(cursor.pos()), "bad-anchor", "an anchor must be followed by a value",
         quoted_advice(cursor, cursor.pos()));
  }
}

YamlToken read_alias(YamlCursor& cursor) {
  const std::size_t begin = cursor.pos();
  const std::size_t end = name_end(cursor, begin + 1);
  if (cursor.aliases() == Aliases::Refused) {
    fail(cursor.span(begin, end), "alias-refused", "text cannot begin with `*`, which marks an alias",
         quoted_advice(cursor, begin));
  }
  if (end == begin + 1) {
    fail(cursor.span(begin, end), "bad-alias", "an alias needs the name of an anchor after `*`",
         quoted_advice(cursor, begin));
  }
  cursor.move_to(end);
  YamlToken token = scalar_token(begin, end, Style::Plain);
  token.kind = YamlToken::Kind::Alias;
  return token;
}

YamlToken read_quoted(YamlCursor& cursor, ParentColumn parent) {
  const std::size_t open = cursor.pos();
  const char quote = cursor.peek();
  for (cursor.advance(1); !cursor.at_end(); cursor.advance(1)) {
    const char c = cursor.peek();
    if (c == '\n') {
      check_quote_goes_on(cursor, open, cursor.pos() + 1, parent);
    } else if (c == '\\' && quote == '"' && !cursor.is_line_end_at(cursor.pos() + 1)) {
      check_escape(cursor);
      cursor.advance(1);
    } else if (c == quote && quote == '\'' && cursor.peek(1) == quote) {
      cursor.advance(1);
    } else if (c == quote) {
      cursor.advance(1);
      return scalar_token(open, cursor.pos(), Style::Quoted);
    }
  }
  check_quote_goes_on(cursor, open, cursor.extent().end, parent);
  fail(cursor.span(open, open + 1), "unterminated-quote", "the text that begins with this quote never ends",
       "add the closing quote");
}

YamlToken read_block_scalar(YamlCursor& cursor, ParentColumn parent) {
  const std::size_t begin = cursor.pos();
  const BlockHeader header = read_block_header(cursor);
  std::size_t end = cursor.pos();
  cursor.next_line();
  const std::size_t outer = parent < 0 ? 0 : static_cast<std::size_t>(parent);
  const std::size_t indent =
      header.explicit_indent > 0 ? outer + header.explicit_indent : find_indent(cursor, cursor.pos(), parent);
  for (; !cursor.at_end(); cursor.next_line()) {
    const std::size_t line = cursor.pos();
    const std::size_t spaces = leading_spaces(cursor, line);
    if (is_blank_line(cursor, line)) {
      if (spaces < indent && !cursor.is_line_end_at(line + spaces)) {
        fail(cursor.character(line + spaces), "tab-indentation", "a tab cannot be used for indentation",
             "delete the tab");
      }
      continue;
    }
    const bool outdented = spaces < indent || static_cast<ParentColumn>(spaces) <= parent;
    if (outdented || cursor.is_marker_at(line)) {
      break;
    }
    end = cursor.line_end(line);
  }
  return scalar_token(begin, end, Style::Block);
}

YamlToken read_plain_in_block(YamlCursor& cursor) {
  const std::size_t begin = cursor.pos();
  std::size_t end = begin;
  for (; !cursor.at_line_end(); cursor.advance(1)) {
    const char c = cursor.peek();
    if (c == ':' && cursor.is_separation_at(cursor.pos() + 1)) {
      break;
    }
    if (c == '#' && cursor.pos() > begin && cursor.is_blank_at(cursor.pos() - 1)) {
      break;
    }
    if (!cursor.is_blank_at(cursor.pos())) {
      end = cursor.pos() + 1;
    }
  }
  return scalar_token(begin, end, Style::Plain);
}

void check_plain_start(const YamlCursor& cursor) {
  constexpr std::string_view kNever = ",[]{}#&*!|>%@`\"'";
  const char c = cursor.peek();
  const bool lone = (c == '-' || c == '?' || c == ':') && cursor.is_separation_at(cursor.pos() + 1);
  if (kNever.find(c) == std::string_view::npos && !lone) {
    return;
  }
  const std::string name = c == '`' ? "a backtick" : std::string("`") + c + "`";
  fail(cursor.character(cursor.pos()), "bad-text-start", "text cannot begin with " + name,
       quoted_advice(cursor, cursor.pos()));
}

}  // namespace paperboy::value
