#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperboy::importers {

enum class Notation { Json, Text };

// A text that readers can work with, and the lines where something had to be changed.
struct CleanText {
  std::string text;
  std::vector<std::size_t> lines;
};

// Characters no text file may hold, and in JSON their escapes: a form feed or backspace before a letter is
// what was left of a TeX macro read as an escape (`\frac`) and gets its backslash back; other control
// characters, halves of characters and invalid bytes become U+FFFD. NaN and Infinity, which JSON does not
// know, become null.
CleanText clean_input(std::string_view text, Notation notation);

}  // namespace paperboy::importers
