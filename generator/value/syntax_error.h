#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "base/source.h"
#include "value/read.h"

namespace paperboy::value {

// Leaves a parser at the first place where the text cannot be read any further. Never leaves this
// folder: every reader turns it into a diagnostic.
struct SyntaxError {
  base::Diagnostic diagnostic;
};

// The part of a source that one reader is given; offsets are those of the whole source.
struct Extent {
  const base::Source* source = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view text() const { return source->text().substr(0, end); }
  base::SourceSpan span(std::size_t from, std::size_t to) const {
    return {source, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
  }
};

[[noreturn]] inline void fail(base::SourceSpan span, std::string code, std::string message,
                              std::string hint = {}) {
  base::Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.span = span;
  diagnostic.hint = std::move(hint);
  throw SyntaxError{std::move(diagnostic)};
}

// What every text file must satisfy before a parser may see it: size, UTF-8, no character that
// base::find_bad_character finds.
void check_text(const Extent& extent, const Limits& limits);
// Decoded text may hold a control character that was written as an escape.
void check_decoded(std::string_view text, base::SourceSpan span);
// A nesting cap passed at `span`.
[[noreturn]] void fail_too_deep(base::SourceSpan span, const Limits& limits);
[[noreturn]] void fail_too_many(base::SourceSpan span, const Limits& limits);
// A repeated key, with the place where it was first given.
base::Diagnostic repeated_key(std::string_view key, base::SourceSpan again, base::SourceSpan first);

}  // namespace paperboy::value
