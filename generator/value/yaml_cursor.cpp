#include "value/yaml_cursor.h"

#include "base/text.h"

namespace paperboy::value {

bool YamlCursor::is_line_end_at(std::size_t pos) const {
  return pos >= text_.size() || text_[pos] == '\n' || (text_[pos] == '\r' && char_at(pos + 1) == '\n');
}

bool YamlCursor::is_comment_at(std::size_t pos) const {
  return char_at(pos) == '#' && (pos == extent_.begin || text_[pos - 1] == '\n' || is_blank_at(pos - 1));
}

bool YamlCursor::is_marker_at(std::size_t line_begin) const {
  const std::string_view mark = text_.substr(line_begin, 3);
  return (mark == "---" || mark == "...") && is_separation_at(line_begin + 3);
}

void YamlCursor::skip_blanks() {
  while (is_blank_at(pos_)) {
    ++pos_;
  }
}

void YamlCursor::skip_to_content() {
  skip_blanks();
  if (is_comment_at(pos_)) {
    pos_ = line_end(pos_);
  }
}

void YamlCursor::next_line() {
  pos_ = following_line(pos_);
}

std::size_t YamlCursor::line_end(std::size_t pos) const {
  const std::size_t line_break = text_.find('\n', pos);
  if (line_break == std::string_view::npos) {
    return text_.size();
  }
  return line_break > pos && text_[line_break - 1] == '\r' ? line_break - 1 : line_break;
}

std::size_t YamlCursor::following_line(std::size_t pos) const {
  const std::size_t line_break = text_.find('\n', pos);
  return line_break == std::string_view::npos ? text_.size() : line_break + 1;
}

base::SourceSpan YamlCursor::character(std::size_t pos) const {
  return pos < text_.size() ? span(pos, pos + base::decode_utf8(text_, pos).size) : span(pos, pos);
}

std::size_t YamlCursor::add(YamlToken token) {
  if (tokens_.size() >= limits_.values) {
    fail_too_many(character(token.begin), limits_);
  }
  tokens_.push_back(token);
  return tokens_.size() - 1;
}

}  // namespace paperboy::value
