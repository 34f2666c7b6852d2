#include "templates/syntax_report.h"

#include <algorithm>

namespace paperboy::templates {

void SyntaxReport::add_lexical(const std::vector<base::Diagnostic>& errors) {
  for (const base::Diagnostic& error : errors) add(error);
  for (const base::Diagnostic& error : errors) lexical_.push_back(error.span);
}

void SyntaxReport::add(base::Diagnostic diagnostic) {
  is_clean_ = false;
  if (is_abandoned_ || follows_lexical(diagnostic))
    return;
  is_abandoned_ = diagnostic.code == "too-deep";
  diagnostics_.add(std::move(diagnostic));
}

// An error of the lexer earlier in the line is most likely what led to this one.
bool SyntaxReport::follows_lexical(const base::Diagnostic& diagnostic) const {
  if (diagnostic.code != "template-syntax")
    return false;
  return std::any_of(lexical_.begin(), lexical_.end(), [&](const base::SourceSpan& earlier) {
    if (earlier.begin >= diagnostic.span.begin)
      return false;
    const std::string_view between =
        earlier.source->text().substr(earlier.begin, diagnostic.span.begin - earlier.begin);
    return between.find('\n') == std::string_view::npos;
  });
}

}  // namespace paperboy::templates
