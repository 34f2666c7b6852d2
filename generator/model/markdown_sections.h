#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/markdown_heading.h"
#include "model/markdown_lines.h"
#include "model/site.h"

namespace paperboy::model {

enum class SectionKind {
  Prose,  // what stands before the first heading, or after a line like "Keywords: a, b"
  Heading,
  TopPicks,
  Keywords,
  Themes,
  Summary,
};

// Headings of level 1 to 6; lines of a paper's title that carry no '#' stand below all of them.
constexpr int kPlainLevel = 7;

// A heading, or a line standing for one, with the lines below it up to the next.
struct Section {
  SectionKind kind = SectionKind::Prose;
  int level = kPlainLevel;
  std::size_t line = 0;             // of the heading
  std::size_t first = 0, last = 0;  // lines below it, [first, last)
  HeadingParts heading;
  std::string_view value;  // "a, b" of "Keywords: a, b"
};

// Splits a Markdown edition at its headings and at the plain lines that do a heading's work: a numbered or
// bold title followed by an address, and the names of the parts we know ("本周关键词").
std::vector<Section> split_sections(const MarkdownLines& lines, const Site& site);

}  // namespace paperboy::model
