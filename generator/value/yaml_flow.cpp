#include <string>

#include "base/text.h"
#include "value/yaml_cursor.h"

namespace paperboy::value {
namespace {

constexpr std::string_view kFlowMarks = ",[]{}";

// Reads `[…]` and `{…}` with an explicit stack, so nesting costs no recursion.
class FlowScan {
 public:
  explicit FlowScan(YamlCursor& cursor) : cursor_(cursor) {}

  void run(std::size_t node_begin) {
    cursor_.set_within(YamlCursor::Within::Brackets);
    open(node_begin);
    while (!levels_.empty()) {
      skip_space();
      step();
    }
    cursor_.set_within(YamlCursor::Within::Lines);
  }

 private:
  enum class State { Start, AfterComma, AfterColon, AfterEntry };
  struct Level {
    char bracket;
    std::size_t token;
    State state;
  };

  void open(std::size_t node_begin) {
    if (levels_.size() >= cursor_.limits().depth) {
      fail_too_deep(cursor_.character(cursor_.pos()), cursor_.limits());
    }
    YamlToken token;
    token.kind = YamlToken::Kind::Flow;
    token.node_begin = static_cast<std::uint32_t>(node_begin);
    token.begin = static_cast<std::uint32_t>(cursor_.pos());
    levels_.push_back({cursor_.peek(), cursor_.add(token), State::Start});
    cursor_.advance(1);
  }

  void skip_space() {
    while (!cursor_.at_end()) {
      cursor_.skip_to_content();
      if (!cursor_.at_line_end() || cursor_.at_end()) {
        return;
      }
      cursor_.next_line();
      if (!cursor_.at_end() && cursor_.is_marker_at(cursor_.pos())) {
        fail_unclosed();
      }
    }
  }

  [[noreturn]] void fail_unclosed() const {
    cursor_.set_within(YamlCursor::Within::Lines);
    const Level& level = levels_.back();
    const YamlToken& token = cursor_.token(level.token);
    const char partner = level.bracket == '[' ? ']' : '}';
    fail(cursor_.span(token.begin, token.begin + 1), "unclosed-bracket",
         std::string("this `") + level.bracket + "` has no closing `" + partner + "`",
         std::string("add the `") + partner + "`; if the bracket belongs to a text, " +
             quoted_advice(cursor_, token.begin));
  }

  void step() {
    if (cursor_.at_end()) {
      fail_unclosed();
    }
    Level& level = levels_.back();
    const char c = cursor_.peek();
    if (c == ']' || c == '}') {
      close();
    } else if (c == ',') {
      if (level.state == State::Start || level.state == State::AfterComma) {
        fail(cursor_.character(cursor_.pos()), "empty-entry", "nothing stands before this comma",
             "delete the comma");
      }
      level.state = State::AfterComma;
      cursor_.advance(1);
    } else {
      node();
    }
  }

  void close() {
    const Level level = levels_.back();
    const char partner = level.bracket == '[' ? ']' : '}';
    if (cursor_.peek() != partner) {
      fail(cursor_.character(cursor_.pos()), "wrong-bracket",
           std::string("expected `") + partner + "` to close the `" + level.bracket + "`");
    }
    cursor_.advance(1);
    cursor_.token(level.token).end = static_cast<std::uint32_t>(cursor_.pos());
    levels_.pop_back();
    if (!levels_.empty()) {
      refuse_key(cursor_.token(level.token).begin);
      levels_.back().state = State::AfterEntry;
    }
  }

  void refuse_key(std::size_t begin) const {
    std::size_t pos = cursor_.pos();
    while (cursor_.is_blank_at(pos)) {
      ++pos;
    }
    if (cursor_.char_at(pos) == ':') {
      fail(cursor_.span(begin, cursor_.pos()), "complex-key", "a key must be plain text",
           "`{{ … }}` and the like must be put in quotes");
    }
  }

  void node() {
    const std::size_t node_begin = cursor_.pos();
    if (levels_.back().state == State::AfterEntry) {
      fail(cursor_.character(node_begin), "missing-comma", "a comma is missing before this",
           "separate entries with commas; text that contains quotes or brackets must itself be in quotes");
    }
    refuse_list_item(node_begin);
    read_properties(cursor_);
    skip_space();
    const char c = cursor_.peek();
    if (c == '[' || c == '{') {
      open(node_begin);
      return;
    }
    YamlToken token = c == '*'                ? read_alias(cursor_)
                      : c == '"' || c == '\'' ? read_quoted(cursor_, -1)
                                              : read_plain();
    token.node_begin = static_cast<std::uint32_t>(node_begin);
    finish(token);
  }

  // What cannot stand between brackets but begins a line below the opening one shows that the bracket was
  // never closed.
  void refuse_list_item(std::size_t begin) const {
    const bool item = cursor_.char_at(begin) == '-' && cursor_.is_separation_at(begin + 1);
    if (item && lies_below(cursor_.token(levels_.back().token).begin, begin)) {
      fail_unclosed();
    }
  }

  bool lies_below(std::size_t from, std::size_t to) const {
    return cursor_.slice(from, to).find('\n') != std::string_view::npos;
  }

  void finish(YamlToken token) {
    Level& level = levels_.back();
    const std::size_t end = cursor_.pos();
    cursor_.skip_blanks();
    if (cursor_.peek() == ':' && token.style == Style::Plain && lies_below(token.begin, token.end)) {
      fail_unclosed();  // `[en, zh` and a key on the next line
    }
    if (cursor_.peek() != ':') {
      cursor_.move_to(end);
      cursor_.add(token);
      level.state = State::AfterEntry;
      return;
    }
    if (level.state == State::AfterColon) {
      fail(cursor_.character(cursor_.pos()), "colon-in-text", "a second colon in one entry",
           "put text that contains `: ` in quotes");
    }
    if (token.kind == YamlToken::Kind::Alias) {
      fail(cursor_.span(token.begin, token.end), "complex-key", "a key must be plain text");
    }
    token.role = YamlToken::Role::Key;
    cursor_.add(token);
    cursor_.advance(1);
    level.state = State::AfterColon;
  }

  YamlToken read_plain() {
    if (cursor_.at_end()) {
      fail_unclosed();
    }
    check_plain_start(cursor_);
    const std::size_t begin = cursor_.pos();
    std::size_t end = begin;
    while (!cursor_.at_end() && !plain_ends()) {
      if (cursor_.at_line_end()) {
        cursor_.next_line();
        if (!cursor_.at_end() && cursor_.is_marker_at(cursor_.pos())) {
          fail_unclosed();
        }
        cursor_.skip_blanks();
        refuse_list_item(cursor_.pos());
        continue;
      }
      if (!cursor_.is_blank_at(cursor_.pos())) {
        end = cursor_.pos() + 1;
      }
      cursor_.advance(1);
    }
    cursor_.move_to(end);
    YamlToken token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    return token;
  }

  bool plain_ends() const {
    const char c = cursor_.peek();
    const std::size_t pos = cursor_.pos();
    if (c == '?' || (c == ':' && (cursor_.peek(1) == '[' || cursor_.peek(1) == '{'))) {
      const bool question = c == '?';
      fail(cursor_.character(pos), question ? "mark-in-brackets" : "missing-space",
           question ? "text between brackets cannot hold `?`" : "a space is missing after the colon",
           question ? "put the text in quotes" : "");
    }
    if (c == ':') {
      return cursor_.is_separation_at(pos + 1) || kFlowMarks.find(cursor_.peek(1)) != std::string_view::npos;
    }
    return kFlowMarks.find(c) != std::string_view::npos || cursor_.is_comment_at(pos);
  }

  YamlCursor& cursor_;
  std::vector<Level> levels_;
};

}  // namespace

void read_flow(YamlCursor& cursor, std::size_t node_begin) {
  FlowScan(cursor).run(node_begin);
}

}  // namespace paperboy::value
