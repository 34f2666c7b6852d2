#include "base/diagnostic.h"

#include <algorithm>
#include <compare>
#include <utility>

namespace paperboy::base {

namespace {

std::strong_ordering order(std::string_view a, std::string_view b) {
  return a.compare(b) <=> 0;
}

// Within one source the order of byte offsets is the order of lines and columns.
std::strong_ordering order(const SourceSpan& a, const SourceSpan& b) {
  if (const auto known = static_cast<bool>(a) <=> static_cast<bool>(b); known != 0) {
    return known;
  }
  if (const auto begins = a.begin <=> b.begin; begins != 0) {
    return begins;
  }
  return a.end <=> b.end;
}

std::string_view path_of(const SourceSpan& span, std::string_view otherwise) {
  return span ? std::string_view(span.source->path()) : otherwise;
}

std::strong_ordering order(const RelatedPlace& a, const RelatedPlace& b) {
  if (const auto paths = order(path_of(a.span, {}), path_of(b.span, {})); paths != 0) {
    return paths;
  }
  if (const auto spans = order(a.span, b.span); spans != 0) {
    return spans;
  }
  return order(a.message, b.message);
}

std::strong_ordering order(const std::vector<RelatedPlace>& a, const std::vector<RelatedPlace>& b) {
  return std::lexicographical_compare_three_way(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const RelatedPlace& left, const RelatedPlace& right) { return order(left, right); });
}

std::strong_ordering order(const Diagnostic& a, const Diagnostic& b) {
  const std::strong_ordering steps[] = {
      order(path_of(a.span, a.path), path_of(b.span, b.path)),
      static_cast<bool>(a.span) <=> static_cast<bool>(b.span),
      a.span.begin <=> b.span.begin,
      b.severity <=> a.severity,  // errors first
      order(a.code, b.code),
      order(a.message, b.message),
      order(a.span, b.span),
      order(a.hint, b.hint),
      order(a.related, b.related),
  };
  const auto* decisive =
      std::find_if(std::begin(steps), std::end(steps), [](std::strong_ordering step) { return step != 0; });
  return decisive == std::end(steps) ? std::strong_ordering::equal : *decisive;
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  const std::scoped_lock lock(mutex_);
  diagnostics_.push_back(std::move(diagnostic));
}

void Diagnostics::error(SourceSpan span, std::string code, std::string message, std::string hint) {
  add({Severity::Error, std::move(code), std::move(message), span, {}, std::move(hint), {}});
}

void Diagnostics::warning(SourceSpan span, std::string code, std::string message, std::string hint) {
  add({Severity::Warning, std::move(code), std::move(message), span, {}, std::move(hint), {}});
}

void Diagnostics::note(SourceSpan span, std::string code, std::string message, std::string hint) {
  add({Severity::Note, std::move(code), std::move(message), span, {}, std::move(hint), {}});
}

void Diagnostics::error_at(std::string path, std::string code, std::string message, std::string hint) {
  add({Severity::Error, std::move(code), std::move(message), {}, std::move(path), std::move(hint), {}});
}

bool Diagnostics::has_errors() const {
  return count(Severity::Error) > 0;
}

std::size_t Diagnostics::count(Severity severity) const {
  const std::scoped_lock lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(diagnostics_.begin(), diagnostics_.end(),
                    [severity](const Diagnostic& diagnostic) { return diagnostic.severity == severity; }));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result;
  {
    const std::scoped_lock lock(mutex_);
    result = diagnostics_;
  }
  std::sort(result.begin(), result.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return order(a, b) < 0; });
  const auto repeats = std::unique(result.begin(), result.end(),
                                   [](const Diagnostic& a, const Diagnostic& b) { return order(a, b) == 0; });
  result.erase(repeats, result.end());
  return result;
}

}  // namespace paperboy::base
