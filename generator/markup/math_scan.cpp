#include "markup/math_scan.h"

#include <algorithm>

#include "base/text.h"

namespace paperboy::markup {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "5 million to US": an amount of money up to the next dollar sign, not a formula.
bool reads_as_money(std::string_view content) {
  if (!is_digit(content.front()) || content.find_first_of("\\^_={}<>") != std::string_view::npos) {
    return false;
  }
  std::size_t letters = 0;
  for (std::size_t i = content.find(' '); i < content.size(); ++i) {
    letters = is_letter(content[i]) ? letters + 1 : 0;
    if (letters == 2) {
      return true;
    }
  }
  return false;
}

enum class LineKind { Text, BlockStart, Fence, Blank };

// What the line that begins at `begin` starts with, as far as it matters to formulas.
LineKind line_kind(std::string_view text, std::size_t begin) {
  const std::size_t start = std::min(text.find_first_not_of(" \t\r", begin), text.size());
  if (start == text.size() || text[start] == '\n') {
    return LineKind::Blank;
  }
  const std::string_view rest = text.substr(start);
  if (base::starts_with(rest, "```") || base::starts_with(rest, "~~~")) {
    return LineKind::Fence;
  }
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const std::size_t marker = digits > 0 && digits < 10 ? digits : 0;
  const bool list = marker + 1 < rest.size() && base::is_space(rest[marker + 1]) &&
                    (marker > 0 ? rest[marker] == '.' || rest[marker] == ')'
                                : rest[0] == '-' || rest[0] == '*' || rest[0] == '+');
  const bool block = list || rest[0] == '#' || rest[0] == '>' || rest[0] == '|';
  return block ? LineKind::BlockStart : LineKind::Text;
}

}  // namespace

bool is_escaped(std::string_view text, std::size_t offset) {
  std::size_t backslashes = 0;
  while (backslashes < offset && text[offset - backslashes - 1] == '\\') {
    ++backslashes;
  }
  return backslashes % 2 == 1;
}

MathScan::MathScan(std::string_view text, Language language) : text_(text), language_(language) {
  find_closings();
  find_boundaries();
}

void MathScan::find_closings() {
  bool escaped = false;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const auto place = static_cast<std::uint32_t>(i);
    const char c = text_[i];
    if (escaped) {
      if (c == ')') {
        round_.push_back(place - 1);
      } else if (c == ']') {
        square_.push_back(place - 1);
      }
      escaped = false;
      continue;
    }
    escaped = c == '\\';
    if (c != '$') {
      continue;
    }
    if (i + 1 < text_.size() && text_[i + 1] == '$') {
      double_dollars_.push_back(place);
    }
    dollars_.push_back(place);
  }
}

void MathScan::find_boundaries() {
  for (std::size_t i = text_.find('\n'); i != std::string_view::npos; i = text_.find('\n', i + 1)) {
    const LineKind kind = line_kind(text_, i + 1);
    const bool markdown = language_ == Language::Markdown;
    if (kind == LineKind::Blank || (markdown && kind == LineKind::Fence)) {
      display_ends_.push_back(static_cast<std::uint32_t>(i));
    }
    if (kind == LineKind::Blank || (markdown && kind != LineKind::Text)) {
      inline_ends_.push_back(static_cast<std::uint32_t>(i));
    }
  }
}

std::optional<MathSpan> MathScan::closed_by(const std::vector<std::uint32_t>& closings, std::size_t offset,
                                            std::size_t delimiter_size, MathMode mode) const {
  const auto begin = static_cast<std::uint32_t>(offset + delimiter_size);
  const auto closing = std::lower_bound(closings.begin(), closings.end(), begin);
  const std::vector<std::uint32_t>& ends = mode == MathMode::Inline ? inline_ends_ : display_ends_;
  const auto limit = std::lower_bound(ends.begin(), ends.end(), begin);
  if (closing == closings.end() || *closing == begin || (limit != ends.end() && *closing > *limit)) {
    return std::nullopt;
  }
  return MathSpan{offset, *closing + delimiter_size, begin, *closing, mode};
}

bool MathScan::passes_block_end(std::size_t begin, std::size_t end) const {
  const auto next = std::lower_bound(inline_ends_.begin(), inline_ends_.end(), begin);
  return next != inline_ends_.end() && *next < end;
}

// Between single dollars: pandoc's rule, with two exceptions that abstracts need and prices never meet:
// `$\sim$12` has a digit after it, and in TeX `$ x_1 $` may have spaces inside.
bool MathScan::is_inline_formula(const MathSpan& span) const {
  const std::string_view content = text_.substr(span.content_begin, span.content_end - span.content_begin);
  const bool link = language_ == Language::Markdown && content.find("](") != std::string_view::npos;
  const bool digit_after = span.end < text_.size() && is_digit(text_[span.end]);
  const bool tex_signs = content.find_first_of("\\^_") != std::string_view::npos;
  const bool number_first = is_digit(base::trim(content).empty() ? '0' : base::trim(content).front());
  if (link) {
    return false;
  }
  if (digit_after &&
      (number_first || (!tex_signs && content.find_first_not_of("<>~=+-") != std::string_view::npos))) {
    return false;
  }
  if (base::is_space(content.front()) || base::is_space(content.back())) {
    const bool inside_word =
        span.begin > 0 && (is_digit(text_[span.begin - 1]) || is_letter(text_[span.begin - 1]));
    return language_ == Language::Tex && tex_signs && !number_first && !inside_word;
  }
  return !reads_as_money(content);
}

std::optional<MathSpan> MathScan::at(std::size_t offset) const {
  const std::string_view rest = text_.substr(offset);
  if (base::starts_with(rest, "\\(")) {
    return closed_by(round_, offset, 2, MathMode::Inline);
  }
  if (base::starts_with(rest, "\\[")) {
    return closed_by(square_, offset, 2, MathMode::Display);
  }
  if (base::starts_with(rest, "$$")) {
    return closed_by(double_dollars_, offset, 2, MathMode::Display);
  }
  if (rest.size() < 3 || rest[0] != '$') {
    return std::nullopt;
  }
  const std::optional<MathSpan> span = closed_by(dollars_, offset, 1, MathMode::Inline);
  if (!span || !is_inline_formula(*span)) {
    return std::nullopt;
  }
  return span;
}

}  // namespace paperboy::markup
