#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "value/yaml_outline.h"

namespace paperboy::value {

// A place that moves through a YAML text and collects tokens.
class YamlCursor {
 public:
  YamlCursor(const Extent& extent, Aliases aliases, const Limits& limits)
      : extent_(extent), aliases_(aliases), limits_(limits), text_(extent.text()), pos_(extent.begin) {}

  std::size_t pos() const { return pos_; }
  void move_to(std::size_t pos) { pos_ = pos; }
  void advance(std::size_t count) { pos_ += count; }
  bool at_end() const { return pos_ >= text_.size(); }
  // NUL past the end; the text itself holds none.
  char peek(std::size_t ahead = 0) const { return char_at(pos_ + ahead); }
  char char_at(std::size_t pos) const { return pos < text_.size() ? text_[pos] : '\0'; }
  bool is_blank_at(std::size_t pos) const { return char_at(pos) == ' ' || char_at(pos) == '\t'; }
  bool is_line_end_at(std::size_t pos) const;
  bool is_separation_at(std::size_t pos) const { return is_blank_at(pos) || is_line_end_at(pos); }
  // A `#` that begins a comment: at the start of a line or after a blank.
  bool is_comment_at(std::size_t pos) const;
  // `---` or `...` alone or before a blank, at the start of a line.
  bool is_marker_at(std::size_t line_begin) const;

  void skip_blanks();
  // Past blanks and a comment, to the line's end if nothing else is there.
  void skip_to_content();
  bool at_line_end() const { return is_line_end_at(pos_); }
  void next_line();
  std::size_t line_end(std::size_t pos) const;
  // The start of the line after the one `pos` is in; the text's end when there is none.
  std::size_t following_line(std::size_t pos) const;
  std::string_view slice(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }

  // Between brackets commas and closing brackets end a text; hints must know.
  enum class Within { Lines, Brackets };
  Within within() const { return within_; }
  void set_within(Within within) { within_ = within; }

  const Extent& extent() const { return extent_; }
  const Limits& limits() const { return limits_; }
  Aliases aliases() const { return aliases_; }
  base::SourceSpan span(std::size_t from, std::size_t to) const { return extent_.span(from, to); }
  // The character at `pos`, or nothing at the end.
  base::SourceSpan character(std::size_t pos) const;

  std::size_t add(YamlToken token);
  YamlToken& token(std::size_t number) { return tokens_[number]; }
  std::vector<YamlToken> take_tokens() { return std::move(tokens_); }

 private:
  Extent extent_;
  Aliases aliases_;
  Limits limits_;
  std::string_view text_;
  std::size_t pos_;
  Within within_ = Within::Lines;
  std::vector<YamlToken> tokens_;
};

// Where a nested text must stand deeper than: the column of the innermost key or dash, -1 at the top.
using ParentColumn = std::ptrdiff_t;

// Reads a tag and an anchor if any; the position moves to the content after them.
void read_properties(YamlCursor& cursor);
// These read one node that begins at the cursor and was preceded by properties at `node_begin`.
YamlToken read_alias(YamlCursor& cursor);
YamlToken read_quoted(YamlCursor& cursor, ParentColumn parent);
YamlToken read_block_scalar(YamlCursor& cursor, ParentColumn parent);
// To the end of the line, to a comment or to `: `; the caller looks for further lines.
YamlToken read_plain_in_block(YamlCursor& cursor);
// From the opening bracket to its partner, with all tokens between.
void read_flow(YamlCursor& cursor, std::size_t node_begin);

// Refuses characters no plain text may begin with and says how to write it instead.
void check_plain_start(const YamlCursor& cursor);
// The text in the quotes that need the fewest escapes.
std::string in_quotes(std::string_view text);
// A hint that shows what stands on the line from `from` on as it should be written.
std::string quoted_advice(const YamlCursor& cursor, std::size_t from);

}  // namespace paperboy::value
