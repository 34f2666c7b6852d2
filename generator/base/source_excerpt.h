#pragma once

#include <string>
#include <string_view>

#include "base/source.h"

namespace paperboy::base {

// The line in which a span begins, fit for a terminal, and the carets to print below it.
struct SourceExcerpt {
  std::size_t line = 1;
  std::string text;
  std::string carets;
};

// Long lines are shown as a window around the carets. A span of several lines is underlined to the
// end of its first line, an empty one gets one caret.
SourceExcerpt excerpt(const SourceSpan& span);

// `text` with everything that could steer a terminal or reorder what it shows (control characters,
// escape sequences, bidirectional overrides, invalid bytes) made visible as <U+001B> or <0xFF>.
std::string visible(std::string_view text);

}  // namespace paperboy::base
