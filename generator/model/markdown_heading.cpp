#include "model/markdown_heading.h"

#include <algorithm>

#include "base/text.h"
#include "model/paper_id.h"

namespace paperboy::model {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view after(std::string_view text, std::size_t count) {
  return base::trim(text.substr(count));
}

// The length of "3. ", "03、", "3) " at the beginning, 0 when there is none.
std::size_t number_length(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 3)
    return 0;
  for (const std::string_view mark : {"、", "．"})
    if (base::starts_with(text.substr(digits), mark))
      return digits + mark.size();
  const bool mark = digits + 1 < text.size() && (text[digits] == '.' || text[digits] == ')') &&
                    (base::is_space(text[digits + 1]) || !is_digit(text[digits + 1]));
  return mark ? digits + 1 : 0;
}

// The length of "[LG]" at the beginning, 0 when there is none.
std::size_t tag_length(std::string_view text) {
  const std::size_t close = text.find(']');
  if (text.empty() || text[0] != '[' || close == std::string_view::npos || close < 2 || close > 7)
    return 0;
  const bool is_link = close + 1 < text.size() && text[close + 1] == '(';
  const bool capitals = std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(close),
                                    [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && !is_link ? close + 1 : 0;
}

// Generated pages put an empty `<a id="link1"></a>` behind their titles.
std::string_view without_anchor(std::string_view text) {
  const std::size_t open = base::ends_with(text, "></a>") ? text.rfind("<a ") : std::string_view::npos;
  return open == std::string_view::npos ? text : base::trim(text.substr(0, open));
}

// "The Title (arXiv:2606.03645)" and "[2606.03645] The Title".
void take_bracketed_reference(HeadingParts& parts) {
  const std::string_view title = parts.title;
  const std::size_t close = title.find(']');
  if (!title.empty() && title.front() == '[' && close != std::string_view::npos &&
      parse_paper_reference(title.substr(1, close - 1))) {
    parts.reference = title.substr(1, close - 1);
    parts.title = after(title, close + 1);
    return;
  }
  const std::size_t open = title.rfind('(');
  if (!title.empty() && title.back() == ')' && open != std::string_view::npos &&
      parse_paper_reference(title.substr(open + 1, title.size() - open - 2))) {
    parts.reference = title.substr(open + 1, title.size() - open - 2);
    parts.title = base::trim(title.substr(0, open));
  }
}

}  // namespace

std::string_view leading_number(std::string_view text) {
  if (number_length(text) == 0)
    return {};
  return text.substr(
      0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin()));
}

std::string_view without_emphasis(std::string_view text) {
  for (const std::string_view mark : {"***", "**", "__", "*", "_"})
    if (text.size() > 2 * mark.size() && base::starts_with(text, mark) && base::ends_with(text, mark) &&
        text.substr(mark.size(), text.size() - 2 * mark.size()).find(mark) == std::string_view::npos)
      return base::trim(text.substr(mark.size(), text.size() - 2 * mark.size()));
  return text;
}

MarkdownLink leading_link(std::string_view text) {
  if (text.size() > 2 && text.front() == '<') {
    const std::size_t close = text.find('>');
    if (close != std::string_view::npos)
      return {{}, text.substr(1, close - 1), text.substr(close + 1)};
  }
  if (text.empty() || text.front() != '[')
    return {};
  // Labels may hold brackets of their own; the address follows the one that closes the first.
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '[')
      ++depth;
    else if (text[i] == ']' && --depth == 0) {
      const std::size_t close = text.find(')', i);
      if (i + 1 >= text.size() || text[i + 1] != '(' || close == std::string_view::npos)
        return {};
      std::string_view address = base::trim(text.substr(i + 2, close - i - 2));
      address = address.substr(0, address.find_first_of(" \t"));
      if (address.size() > 2 && address.front() == '<' && address.back() == '>')
        address = address.substr(1, address.size() - 2);
      return {text.substr(1, i - 1), address, text.substr(close + 1)};
    }
  }
  return {};
}

HeadingParts split_heading(std::string_view text) {
  HeadingParts parts;
  text = without_emphasis(without_anchor(base::trim(text)));
  parts.number = leading_number(text);
  text = after(text, number_length(text));
  if (const std::size_t length = tag_length(text); length != 0) {
    parts.tag = text.substr(1, length - 2);
    text = after(text, length);
  }
  text = without_emphasis(text);
  const MarkdownLink link = leading_link(text);
  if (!link.address.empty() && base::trim(link.rest).empty()) {
    parts.title = without_emphasis(base::trim(link.label));
    if (parts.number.empty() && number_length(parts.title) != 0) {
      parts.number = leading_number(parts.title);
      parts.title = after(parts.title, number_length(parts.title));
    }
    parts.reference = link.address;
    return parts;
  }
  parts.title = text;
  if (parse_paper_reference(text)) {
    parts.reference = text;
    parts.title = {};
  } else {
    take_bracketed_reference(parts);
  }
  return parts;
}

}  // namespace paperboy::model
