#include <string_view>

#include "base/text.h"
#include "value/read.h"
#include "value/syntax_error.h"
#include "value/yaml_advice.h"
#include "value/yaml_reader.h"

namespace paperboy::value {
namespace {

struct Line {
  std::size_t begin = 0;
  std::size_t next = 0;
  std::string_view text;  // without white space at its end
};

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t line_break = text.find('\n', begin);
  const std::size_t end = line_break == std::string_view::npos ? text.size() : line_break;
  std::string_view line = text.substr(begin, end - begin);
  while (!line.empty() && base::is_space(line.back())) {
    line.remove_suffix(1);
  }
  return {begin, line_break == std::string_view::npos ? end : end + 1, line};
}

FrontMatter without_fields(const base::Source& source) {
  const Extent whole{&source, 0, source.text().size()};
  return {Value(Object{}, whole.span(0, 0)), whole.span(0, whole.end)};
}

FrontMatter read_between_marks(const base::Source& source, base::Diagnostics& diagnostics,
                               const Limits& limits) {
  const std::string_view text = source.text();
  const Line opening = line_at(text, 0);
  Line closing = opening;
  do {
    if (closing.next >= text.size()) {
      fail(Extent{&source, 0, text.size()}.span(0, opening.text.size()), "unclosed-front-matter",
           "the front matter that begins here is never closed", "add a line `---` after its last key");
    }
    closing = line_at(text, closing.next);
  } while (closing.text != "---" && closing.text != "...");
  const Extent inside{&source, opening.next, closing.begin};
  std::optional<Value> fields = read_yaml_extent(inside, Aliases::Refused, diagnostics, limits);
  if (!fields) {
    throw SyntaxError{};
  }
  if (fields->is_null()) {
    fields = Value(Object{}, inside.span(inside.begin, inside.begin));
  }
  if (fields->object() == nullptr) {
    check_colon_slip(YamlCursor(inside, Aliases::Refused, limits), fields->span().begin);
    fail(fields->span(), "front-matter-not-mapping",
         "the front matter must be lines of `key: value`, not " + std::string(fields->kind_name()),
         "check for a missing colon, or a missing space after one");
  }
  return {std::move(*fields), inside.span(closing.next, text.size())};
}

}  // namespace

std::optional<FrontMatter> read_front_matter(const base::Source& source, base::Diagnostics& diagnostics,
                                             const Limits& limits) {
  try {
    check_text({&source, 0, source.text().size()}, limits);
    if (line_at(source.text(), 0).text != "---") {
      return without_fields(source);
    }
    return read_between_marks(source, diagnostics, limits);
  } catch (const SyntaxError& error) {
    // Without a message the reason has been reported already.
    if (!error.diagnostic.message.empty()) {
      diagnostics.add(error.diagnostic);
    }
    return std::nullopt;
  }
}

}  // namespace paperboy::value
