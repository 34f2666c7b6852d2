#include "model/markdown_lines.h"

#include <algorithm>

#include "base/text.h"

namespace paperboy::model {
namespace {

// The fence a line opens or closes: "```", "~~~~"; empty when it is none.
std::string_view fence_of(std::string_view trimmed) {
  if (trimmed.empty() || (trimmed[0] != '`' && trimmed[0] != '~'))
    return {};
  const std::size_t end = std::min(trimmed.find_first_not_of(trimmed[0]), trimmed.size());
  return end >= 3 ? trimmed.substr(0, end) : std::string_view();
}

bool is_indented_code(std::string_view raw) {
  return base::starts_with(raw, "    ") || base::starts_with(raw, "\t");
}

}  // namespace

bool is_thematic_break(std::string_view line) {
  std::size_t marks = 0;
  for (const char c : line) {
    if (base::is_space(c))
      continue;
    if (c != line.front() || (c != '-' && c != '*' && c != '_'))
      return false;
    ++marks;
  }
  return marks >= 3;
}

MarkdownLines::MarkdownLines(base::SourceSpan body) : source_(body.source) {
  std::string_view fence;
  for (const std::string_view raw : base::split(body.text(), '\n')) {
    const std::string_view text = base::trim(raw);
    const std::string_view mark = fence_of(text);
    const bool inside = !fence.empty();
    if (!inside && !mark.empty())
      fence = mark;
    else if (inside && base::starts_with(mark, fence) && mark.size() == text.size())
      fence = {};
    lines_.push_back({text, inside || !mark.empty() || is_indented_code(raw)});
  }
}

std::string_view MarkdownLines::operator[](std::size_t number) const {
  return number < lines_.size() ? lines_[number].text : std::string_view();
}

bool MarkdownLines::is_code(std::size_t number) const {
  return number < lines_.size() && lines_[number].code;
}

bool MarkdownLines::begins_paragraph(std::size_t number) const {
  return !is_blank(number) && !is_code(number) &&
         (number == 0 || is_blank(number - 1) || base::starts_with((*this)[number - 1], "#") ||
          is_thematic_break((*this)[number - 1]));
}

bool MarkdownLines::stands_alone(std::size_t number) const {
  return begins_paragraph(number) && (is_blank(number + 1) || base::starts_with((*this)[number + 1], "#"));
}

std::size_t MarkdownLines::next_text(std::size_t number) const {
  while (number < size() && is_blank(number)) ++number;
  return std::min(number, size());
}

std::string_view MarkdownLines::block(std::size_t first, std::size_t last) const {
  const auto is_empty = [&](std::size_t line) {
    return is_blank(line) || (!is_code(line) && is_thematic_break((*this)[line]));
  };
  last = std::min(last, size());
  while (first < last && is_empty(first)) ++first;
  while (first < last && is_empty(last - 1)) --last;
  if (first >= last)
    return {};
  const char* begin = lines_[first].text.data();
  const std::string_view end = lines_[last - 1].text;
  return {begin, static_cast<std::size_t>(end.data() + end.size() - begin)};
}

Located MarkdownLines::locate(std::string_view view) const {
  if (view.data() == nullptr)
    return {};
  const auto begin = static_cast<std::uint32_t>(view.data() - source_->text().data());
  return {std::string(view), {source_, begin, begin + static_cast<std::uint32_t>(view.size())}};
}

}  // namespace paperboy::model
