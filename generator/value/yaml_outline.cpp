#include "value/yaml_outline.h"

#include <string>

#include "base/text.h"
#include "value/yaml_advice.h"
#include "value/yaml_cursor.h"

namespace paperboy::value {
namespace {

// Follows the indentation of block lists and mappings line by line.
class BlockScan {
 public:
  BlockScan(const Extent& extent, Aliases aliases, const Limits& limits, base::Diagnostics& diagnostics)
      : cursor_(extent, aliases, limits), diagnostics_(diagnostics) {}

  std::vector<YamlToken> run() {
    while (!cursor_.at_end() && !ended_) {
      line();
    }
    return cursor_.take_tokens();
  }

 private:
  enum class Kind { List, Mapping };
  // Whether the innermost key or dash still waits for its value.
  enum class Slot { Waiting, Filled };
  struct Level {
    Kind kind;
    std::size_t column;
    Slot slot;
    std::size_t item;  // where its latest key or dash stands
  };

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
      fail(cursor_.character(cursor_.pos()), "bad-text-start", "text cannot begin with `%`",
           quoted_advice(cursor_, cursor_.pos()));
    }
    item(Begins::Line);
  }

  void marker() {
    const bool opens = cursor_.peek() == '-';
    if (opens && (marked_ || has_root_)) {
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
  ParentColumn parent() const {
    return levels_.empty() ? -1 : static_cast<ParentColumn>(levels_.back().column);
  }

  enum class Begins { Line, InLine };

  // A list item, a key with its value, or a value, from the cursor on to the end of what it occupies.
  void item(Begins begins) {
    const std::size_t begin = cursor_.pos();
    const std::size_t at = column();
    if (cursor_.peek() == '?' && cursor_.is_separation_at(begin + 1)) {
      fail(cursor_.character(begin), "complex-key", "a key must be plain text", "write `key: value`");
    }
    if (cursor_.peek() == '-' && cursor_.is_separation_at(begin + 1)) {
      enter(Kind::List, at, begin, begins);
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
      levels_.back().slot = Slot::Waiting;
      cursor_.next_line();
      return;
    }
    if (nested == Begins::InLine) {
      levels_.back().slot = Slot::Waiting;
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
    levels_.back().slot = Slot::Waiting;
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
      enter_value(begin, at, begins);
      if (waiting_properties_ > 0) {
        token.node_begin = static_cast<std::uint32_t>(waiting_properties_ - 1);
      }
      fill(token);
      return;
    }
    check_key(token);
    token.role = YamlToken::Role::Key;
    enter(Kind::Mapping, at, begin, begins);
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
      token = read_quoted(cursor_, parent());
    } else if (c == '|' || c == '>') {
      token = read_block_scalar(cursor_, parent());
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
    if (!levels_.empty()) {
      levels_.back().slot = Slot::Filled;
    }
    has_root_ = true;
    if (token.style == Style::Plain && token.kind == YamlToken::Kind::Scalar) {
      if (cursor_.at_line_end()) {
        read_further_lines(token);
      } else {
        cursor_.skip_to_content();
        cursor_.next_line();
      }
    } else if (token.style != Style::Block) {
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
    fail(
        here, "text-after-quote", "text follows the closing quote",
        "put the whole text in one pair of quotes; inside \"…\" write \\\" for a quote, inside '…' write ''");
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
        cursor_.next_line();
        return;
      }
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
    return static_cast<ParentColumn>(pos - line) > parent() && cursor_.char_at(pos) != '#';
  }

  void check_further_line(std::size_t first, std::size_t line) {
    if (cursor_.slice(line, cursor_.pos()).find('\t') != std::string_view::npos) {
      fail(cursor_.character(cursor_.slice(line, cursor_.pos()).find('\t') + line), "tab-indentation",
           "a tab cannot be used for indentation", "indent with spaces");
    }
    if (cursor_.peek() == '-' && cursor_.is_separation_at(cursor_.pos() + 1)) {
      base::Diagnostic warning;
      warning.severity = base::Severity::Warning;
      warning.code = "list-in-text";
      warning.message = "this line is read as more of the text above, not as a list item";
      warning.span = cursor_.span(cursor_.pos(), cursor_.pos() + 1);
      warning.hint = "indent it like the list, or put the text in quotes";
      warning.related.push_back({"the text begins here", cursor_.character(first)});
      diagnostics_.add(std::move(warning));
    }
  }

  // Places a key or a dash at `at`: closes deeper levels, then it is a sibling or opens a new one.
  void enter(Kind kind, std::size_t at, std::size_t begin, Begins begins) {
    if (begins == Begins::Line) {
      while (!levels_.empty() && levels_.back().column > at) {
        levels_.pop_back();
      }
      leave_compact_list(kind, at);
    }
    const bool sibling = begins == Begins::Line && !levels_.empty() && levels_.back().column == at &&
                         levels_.back().kind == kind;
    if (sibling) {
      levels_.back().item = begin;
      return;
    }
    check_may_open(kind, at, begin);
    if (!levels_.empty()) {
      levels_.back().slot = Slot::Filled;
    }
    if (levels_.size() >= cursor_.limits().depth) {
      fail_too_deep(cursor_.character(begin), cursor_.limits());
    }
    has_root_ = true;
    levels_.push_back({kind, at, Slot::Filled, begin});
  }

  // A list may stand as deep as the key it belongs to; the next key then ends it.
  void leave_compact_list(Kind kind, std::size_t at) {
    const std::size_t count = levels_.size();
    if (kind == Kind::Mapping && count >= 2 && levels_[count - 1].kind == Kind::List &&
        levels_[count - 1].column == at && levels_[count - 2].column == at) {
      levels_.pop_back();
    }
  }

  void check_may_open(Kind kind, std::size_t at, std::size_t begin) const {
    if (levels_.empty()) {
      if (has_root_) {
        fail_misplaced(begin);
      }
      return;
    }
    const Level& outer = levels_.back();
    const bool deeper = at > outer.column;
    const bool compact = at == outer.column && kind == Kind::List && outer.kind == Kind::Mapping;
    if (outer.slot == Slot::Waiting && (deeper || compact)) {
      return;
    }
    if (at == outer.column) {
      const bool list = kind == Kind::List;
      fail(cursor_.span(begin, cursor_.line_end(begin)), "list-and-mapping",
           list ? "a list item stands among the keys of a mapping" : "a key stands among the items of a list",
           list ? "indent the items below their key" : "begin the line with `- `, or change its indentation");
    }
    fail_misplaced(begin);
  }

  // A value on a line of its own.
  void enter_value(std::size_t begin, std::size_t at, Begins begins) const {
    const bool waiting = levels_.empty() ? !has_root_
                                         : levels_.back().slot == Slot::Waiting &&
                                               (begins == Begins::InLine || at > levels_.back().column);
    if (!waiting) {
      fail_neither_key_nor_item(cursor_, begin);
    }
  }

  [[noreturn]] void fail_misplaced(std::size_t begin) const {
    std::string hint = "indent it like the lines it belongs to";
    if (!levels_.empty()) {
      const auto spaces = std::to_string(levels_.back().column);
      hint += ": " + spaces + " space" + (spaces == "1" ? "" : "s") + " like line " +
              std::to_string(cursor_.extent().source->position(levels_.back().item).line);
    }
    fail(cursor_.span(begin, cursor_.line_end(begin)), "bad-indentation",
         "the indentation of this line fits no line above", hint);
  }

  [[noreturn]] void fail_second_colon(std::size_t begin) const {
    fail(cursor_.character(cursor_.pos()), "colon-in-text", "text that holds `: ` must be in quotes",
         quoted_advice(cursor_, begin));
  }

  [[noreturn]] void fail_key_in_text(std::size_t first, std::size_t key) const {
    if (levels_.empty()) {
      fail_neither_key_nor_item(cursor_, first);
    }
    base::Diagnostic error;
    error.code = "key-in-text";
    error.message = "this key stands inside the text that begins above";
    error.span = cursor_.span(key, cursor_.pos());
    error.hint = "indent it like the keys it belongs to, or put the text in quotes";
    error.related.push_back({"the text begins here", cursor_.character(first)});
    throw SyntaxError{std::move(error)};
  }

  YamlCursor cursor_;
  base::Diagnostics& diagnostics_;
  std::vector<Level> levels_;
  std::size_t line_begin_ = 0;
  std::size_t waiting_properties_ = 0;  // one more than where they begin; 0 without any
  bool marked_ = false;
  bool has_root_ = false;
  bool ended_ = false;
};

}  // namespace

std::vector<YamlToken> outline_yaml(const Extent& extent, Aliases aliases, const Limits& limits,
                                    base::Diagnostics& diagnostics) {
  return BlockScan(extent, aliases, limits, diagnostics).run();
}

}  // namespace paperboy::value
