#include "value/yaml_outline.h"

#include <string>

#include "base/text.h"
#include "value/yaml_advice.h"
#include "value/yaml_cursor.h"
#include "value/yaml_levels.h"

namespace paperboy::value {
namespace {

// Follows the indentation of block lists and mappings line by line.
class BlockScan {
 public:
  BlockScan(const Extent& extent, Aliases aliases, const Limits& limits, base::Diagnostics& diagnostics)
      : cursor_(extent, aliases, limits), diagnostics_(diagnostics), levels_(cursor_) {}

  std::vector<YamlToken> run() {
    refuse_lone_returns();
    while (!cursor_.at_end() && !ended_) {
      line();
    }
    return cursor_.take_tokens();
  }

 private:
  using Begins = YamlLevels::Begins;

  // Some readers take a carriage return alone for a line break, others do not.
  void refuse_lone_returns() const {
    const std::size_t end = cursor_.extent().end;
    const std::string_view text = cursor_.slice(0, end);
    for (std::size_t at = text.find('\r', cursor_.extent().begin); at < end; at = text.find('\r', at + 1)) {
      if (cursor_.char_at(at + 1) != '\n') {
        fail(cursor_.span(at, at + 1), "carriage-return", "a carriage return stands without a line feed",
             "save the file with Unix line ends");
      }
    }
  }

  void line() {
    const std::size_t begin = cursor_.pos();
    line_begin_ = begin;
    if (cursor_.is_marker_at(begin)) {
      marker();
      return;
    }
    while (cursor_.peek() == ' ') {
      cursor_.advance(1);
    }
    const std::size_t indent_end = cursor_.pos();
    cursor_.skip_to_content();
    if (cursor_.at_line_end()) {
      cursor_.next_line();
      return;
    }
    if (cursor_.pos() != indent_end) {
      fail(cursor_.character(indent_end), "tab-indentation", "a tab cannot be used for indentation",
           "indent with spaces");
    }
    if (cursor_.peek() == '%' && column() == 0) {
      fail(cursor_.span(begin, cursor_.line_end(begin)), "directive-refused",
           "a line cannot begin with `%`, which marks a directive", "delete this line");
    }
    item(Begins::Line);
  }

  void marker() {
    const bool opens = cursor_.peek() == '-';
    if (opens && (marked_ || levels_.has_root())) {
      fail(cursor_.span(line_begin_, line_begin_ + 3), "second-document",
           "a second document begins here, but a file holds only one", "delete this line, or make two files");
    }
    marked_ = true;
    cursor_.advance(3);
    cursor_.skip_to_content();
    if (!cursor_.at_line_end()) {
      fail(cursor_.character(cursor_.pos()), "text-after-marker",
           "nothing may follow this document marker on its line", "begin on the next line");
    }
    cursor_.next_line();
    if (!opens) {
      end_of_document();
    }
  }

  void end_of_document() {
    ended_ = true;
    while (!cursor_.at_end()) {
      cursor_.skip_to_content();
      if (!cursor_.at_line_end()) {
        fail(cursor_.character(cursor_.pos()), "text-after-document", "this stands after the document's end",
             "delete the line `...` above, or this text");
      }
      cursor_.next_line();
    }
  }

  std::size_t column() const { return cursor_.pos() - line_begin_; }
  // A list item, a key with its value, or a value, from the cursor on to the end of what it occupies.
  void item(Begins begins) {
    const std::size_t begin = cursor_.pos();
    const std::size_t at = column();
    if (cursor_.peek() == '?' && cursor_.is_separation_at(begin + 1)) {
      fail(cursor_.character(begin), "complex-key", "a key must be plain text", "write `key: value`");
    }
    if (cursor_.peek() == '-' && cursor_.is_separation_at(begin + 1)) {
      levels_.enter(YamlLevels::Kind::List, at, begin, begins);
      cursor_.advance(1);
      after_indicator(Begins::InLine);
      return;
    }
    node(begin, at, begins);
  }

  // After `- ` or `key: `: the value on the same line, or a wait for the next lines.
  void after_indicator(Begins nested) {
    cursor_.skip_to_content();
    if (cursor_.at_line_end()) {
      levels_.wait();
      cursor_.next_line();
      return;
    }
    if (nested == Begins::InLine) {
      levels_.wait();
      item(Begins::InLine);
    } else {
      value_of_key();
    }
  }

  void value_of_key() {
    const std::size_t begin = cursor_.pos();
    if (cursor_.peek() == '-' && cursor_.is_separation_at(begin + 1)) {
      fail(cursor_.character(begin), "list-after-key", "a list cannot begin on the line of its key",
           "put each `- ` on a line of its own below the key");
    }
    levels_.wait();
    read_properties(cursor_);
    if (only_properties(begin)) {
      return;
    }
    const YamlToken token = content(begin);
    if (before_colon(token)) {
      fail_second_colon(begin);
    }
    fill(token);
  }

  // A tag or anchor alone on its line belongs to the value below.
  bool only_properties(std::size_t begin) {
    cursor_.skip_to_content();
    if (!cursor_.at_line_end()) {
      return false;
    }
    waiting_properties_ = begin + 1;
    cursor_.next_line();
    return true;
  }

  void node(std::size_t begin, std::size_t at, Begins begins) {
    read_properties(cursor_);
    if (cursor_.pos() != begin && only_properties(begin)) {
      return;
    }
    YamlToken token = content(begin);
    if (!before_colon(token)) {
      levels_.check_value(at, begin, begins);
      if (waiting_properties_ > 0) {
        token.node_begin = static_cast<std::uint32_t>(waiting_properties_ - 1);
      }
      fill(token);
      return;
    }
    check_key(token);
    token.role = YamlToken::Role::Key;
    levels_.enter(YamlLevels::Kind::Mapping, at, begin, begins);
    add(token);
    cursor_.advance(1);
    after_indicator(Begins::Line);
  }

  void check_key(const YamlToken& token) const {
    const bool one_line = cursor_.slice(token.begin, token.end).find('\n') == std::string_view::npos &&
                          token.begin >= line_begin_;
    if (token.kind != YamlToken::Kind::Scalar || !one_line) {
      fail(cursor_.span(token.begin, token.end), "complex-key", "a key must be plain text on one line",
           "if this line is meant as text, put it in quotes");
    }
  }

  // Reads scalar, alias or brackets; the cursor then stands at the first thing after it on the line.
  YamlToken content(std::size_t node_begin) {
    YamlToken token;
    const char c = cursor_.peek();
    if (c == '[' || c == '{') {
      token.kind = YamlToken::Kind::Flow;
      token.begin = static_cast<std::uint32_t>(cursor_.pos());
      read_flow(cursor_, waiting_properties_ > 0 ? waiting_properties_ - 1 : node_begin);
      token.end = static_cast<std::uint32_t>(cursor_.pos());
    } else if (c == '"' || c == '\'') {
      token = read_quoted(cursor_, levels_.parent());
    } else if (c == '|' || c == '>') {
      token = read_block_scalar(cursor_, levels_.parent());
    } else {
      token = c == '*' ? read_alias(cursor_) : plain();
    }
    token.node_begin = static_cast<std::uint32_t>(node_begin);
    if (token.style != Style::Block) {
      cursor_.skip_blanks();
    }
    return token;
  }

  // Whether the content just read is a key. A text block ends at the start of a line, never before a colon.
  bool before_colon(const YamlToken& token) const {
    return token.style != Style::Block && cursor_.peek() == ':' &&
           cursor_.is_separation_at(cursor_.pos() + 1);
  }

  YamlToken plain() {
    if (cursor_.peek() == ':' && cursor_.is_separation_at(cursor_.pos() + 1)) {
      fail(cursor_.character(cursor_.pos()), "missing-key", "a key is missing before this colon");
    }
    check_plain_start(cursor_);
    return read_plain_in_block(cursor_);
  }

  // The value is complete but for the further lines of a plain text.
  void fill(YamlToken token) {
    levels_.fill();
    if (token.style == Style::Plain && token.kind == YamlToken::Kind::Scalar) {
      if (cursor_.at_line_end()) {
        read_further_lines(token);
      } else {
        end_at_comment(token);
      }
    } else if (token.style == Style::Block) {
      if (!cursor_.at_end() && goes_on_at(cursor_.pos())) {
        fail_below_block(cursor_, token.begin);
      }
    } else {
      check_nothing_follows(token);
      cursor_.next_line();
    }
    add(token);
  }

  void add(YamlToken token) {
    waiting_properties_ = 0;
    if (token.kind != YamlToken::Kind::Flow) {
      cursor_.add(token);
    }
  }

  void check_nothing_follows(const YamlToken& token) {
    cursor_.skip_to_content();
    if (cursor_.at_line_end()) {
      return;
    }
    const base::SourceSpan here = cursor_.span(cursor_.pos(), cursor_.line_end(cursor_.pos()));
    if (token.kind == YamlToken::Kind::Flow) {
      fail(here, "text-after-bracket", "text follows a closing bracket", quoted_advice(cursor_, token.begin));
    }
    fail_after_quote(cursor_, token.begin, here);
  }

  void read_further_lines(YamlToken& token) {
    const std::size_t first = token.begin;
    while (true) {
      cursor_.next_line();
      std::size_t line = cursor_.pos();
      while (line < cursor_.extent().end && is_blank_line(line)) {
        line = cursor_.following_line(line);
      }
      if (!goes_on_at(line)) {
        return;
      }
      cursor_.move_to(line);
      cursor_.skip_blanks();
      check_further_line(first, line);
      const YamlToken more = read_plain_in_block(cursor_);
      if (cursor_.peek() == ':') {
        fail_key_in_text(first, more.begin);
      }
      token.end = more.end;
      if (!cursor_.at_line_end()) {
        end_at_comment(token);
        return;
      }
    }
  }

  // The cursor stands at the comment that ends a plain text.
  void end_at_comment(const YamlToken& token) {
    const std::size_t comment = cursor_.pos();
    cursor_.next_line();
    if (!cursor_.at_end() && !is_blank_line(cursor_.pos()) && goes_on_at(cursor_.pos())) {
      fail_after_comment(cursor_, token.begin, comment);
    }
  }

  bool is_blank_line(std::size_t line) const {
    std::size_t pos = line;
    while (cursor_.is_blank_at(pos)) {
      ++pos;
    }
    return cursor_.is_line_end_at(pos);
  }

  bool goes_on_at(std::size_t line) const {
    if (line >= cursor_.extent().end || cursor_.is_marker_at(line)) {
      return false;
    }
    std::size_t pos = line;
    while (cursor_.is_blank_at(pos)) {
      ++pos;
    }
    return static_cast<ParentColumn>(pos - line) > levels_.parent() && cursor_.char_at(pos) != '#';
  }

  void check_further_line(std::size_t first, std::size_t line) {
    if (cursor_.slice(line, cursor_.pos()).find('\t') != std::string_view::npos) {
      fail(cursor_.character(cursor_.slice(line, cursor_.pos()).find('\t') + line), "tab-indentation",
           "a tab cannot be used for indentation", "indent with spaces");
    }
    if (cursor_.peek() == '-' && cursor_.is_separation_at(cursor_.pos() + 1)) {
      diagnostics_.add(list_in_text(cursor_, first));
    }
  }

  [[noreturn]] void fail_second_colon(std::size_t begin) const {
    fail(cursor_.character(cursor_.pos()), "colon-in-text", "text that holds `: ` must be in quotes",
         quoted_advice(cursor_, begin));
  }

  [[noreturn]] void fail_key_in_text(std::size_t first, std::size_t key) const {
    if (levels_.empty()) {
      fail_neither_key_nor_item(cursor_, first);
    }
    fail_key_below_text(cursor_, first, key);
  }

  YamlCursor cursor_;
  base::Diagnostics& diagnostics_;
  YamlLevels levels_;
  std::size_t line_begin_ = 0;
  std::size_t waiting_properties_ = 0;  // one more than where they begin; 0 without any
  bool marked_ = false;
  bool ended_ = false;
};

}  // namespace

std::vector<YamlToken> outline_yaml(const Extent& extent, Aliases aliases, const Limits& limits,
                                    base::Diagnostics& diagnostics) {
  return BlockScan(extent, aliases, limits, diagnostics).run();
}

}  // namespace paperboy::value
