#pragma once

#include <vector>

#include "model/edition.h"
#include "model/markdown_lines.h"

namespace paperboy::model {

// Top picks in lines [first, last): items marked by "📌", "-", "1.", a heading or bold type, each with its
// reason behind it or below. Empty when no line is marked.
std::vector<TopPick> read_picks(const MarkdownLines& lines, std::size_t first, std::size_t last);

}  // namespace paperboy::model
