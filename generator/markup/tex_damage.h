#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::markup {

// A TeX text in which control characters stand where a backslash macro was once read as an escape:
// tab + "ext" was "\text", form feed + "rac" was "\frac". The macros are put back.
struct RepairedTex {
  std::string text;
  // Offsets in `text` of the backslashes put in: each makes the text one byte longer than the field.
  std::vector<std::size_t> repairs;

  // The offset in the field that `offset` in `text` came from.
  std::size_t field_offset(std::size_t offset) const;
};
RepairedTex repair_tex(std::string_view field);

}  // namespace paperboy::markup
