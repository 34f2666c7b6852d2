#include <algorithm>

#include "base/text.h"
#include "importers/topic_scored_md.h"

namespace paperboy::importers {

base::SourceSpan piece(base::SourceSpan span, std::size_t offset, std::size_t size) {
  const std::size_t length = span.end - span.begin;
  const std::size_t first = std::min(offset, length);
  const std::size_t count = std::min(size, length - first);
  return {span.source, static_cast<std::uint32_t>(span.begin + first),
          static_cast<std::uint32_t>(span.begin + first + count)};
}

base::SourceSpan trimmed(base::SourceSpan span) {
  const std::string_view all = span.text();
  const std::string_view inner = base::trim(all);
  return inner.empty() ? piece(span, 0, 0)
                       : piece(span, static_cast<std::size_t>(inner.data() - all.data()), inner.size());
}

base::SourceSpan through(base::SourceSpan first, base::SourceSpan last) {
  return {first.source, first.begin, std::max(first.end, last.end)};
}

std::vector<base::SourceSpan> lines_of(const base::Source& source) {
  std::vector<base::SourceSpan> lines;
  const base::SourceSpan all{&source, 0, static_cast<std::uint32_t>(source.text().size())};
  std::size_t at = 0;
  for (const std::string_view line : base::split(source.text(), '\n')) {
    const bool carriage = base::ends_with(line, "\r");
    lines.push_back(piece(all, at, line.size() - (carriage ? 1 : 0)));
    at += line.size() + 1;
  }
  return lines;
}

value::Value text_of(base::SourceSpan span) {
  return text_value(std::string(span.text()), span);
}

value::Value number_of(base::SourceSpan span) {
  return plain_value(std::string(span.text()), span);
}

value::Value names_of(base::SourceSpan span) {
  value::Array names;
  std::size_t at = 0;
  for (const std::string_view part : base::split(span.text(), ',')) {
    if (const base::SourceSpan name = trimmed(piece(span, at, part.size())); !name.text().empty())
      names.push_back(text_of(name));
    at += part.size() + 1;
  }
  return list_value(std::move(names), span);
}

std::optional<LinkLine> read_link_line(base::SourceSpan line) {
  LinkLine result;
  base::SourceSpan rest = trimmed(line);
  while (base::starts_with(rest.text(), "#")) rest = piece(rest, 1);
  rest = trimmed(rest);
  const std::size_t digits = std::min(rest.text().find_first_not_of("0123456789"), rest.text().size());
  if (digits > 0 && rest.text().substr(digits, 1) == ".") {
    result.number = piece(rest, 0, digits);
    rest = trimmed(piece(rest, digits + 1));
  }
  if (!base::starts_with(rest.text(), "["))
    return std::nullopt;
  // Titles may hold brackets: the last link is the heading's.
  const std::size_t middle = rest.text().rfind("](");
  const std::size_t end = middle == std::string_view::npos ? middle : rest.text().find(')', middle);
  if (end == std::string_view::npos)
    return std::nullopt;
  result.title = trimmed(piece(rest, 1, middle - 1));
  result.target = piece(rest, middle + 2, end - middle - 2);
  return result;
}

}  // namespace paperboy::importers
