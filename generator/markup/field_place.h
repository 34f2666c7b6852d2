#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace paperboy::markup {

// Finds where a part of a field stands in its source. The field's text may differ from what is
// written there: quotes around it, escapes inside it, lines folded or indented. Where the two cannot
// be brought together the answer is the field's own span.
class FieldPlace {
 public:
  // Both must outlive the object.
  FieldPlace(std::string_view field, base::SourceSpan span) : field_(field), span_(span) {}

  // The place of bytes [offset, offset + length) of the field.
  base::SourceSpan at(std::size_t offset, std::size_t length) const;

 private:
  void align() const;

  std::string_view field_;
  base::SourceSpan span_;
  // Offset in the span of each byte of the field and of its end; empty when they do not match.
  mutable std::optional<std::vector<std::uint32_t>> offsets_;
};

}  // namespace paperboy::markup
