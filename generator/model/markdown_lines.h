#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/paper.h"

namespace paperboy::model {

// The lines of a Markdown text. All views point into the source, so that every piece of it knows its place.
class MarkdownLines {
 public:
  explicit MarkdownLines(base::SourceSpan body);

  std::size_t size() const { return lines_.size(); }
  // Without white space at its ends; empty for numbers past the end.
  std::string_view operator[](std::size_t number) const;
  bool is_blank(std::size_t number) const { return (*this)[number].empty(); }
  // Inside a fenced or indented code block, where nothing is a heading.
  bool is_code(std::size_t number) const;
  // A paragraph of this one line.
  bool stands_alone(std::size_t number) const;
  // The first line of a paragraph.
  bool begins_paragraph(std::size_t number) const;
  // The next line from `number` on that is not blank; size() when there is none.
  std::size_t next_text(std::size_t number) const;
  // Lines [first, last) as one piece, without blank lines and thematic breaks at its ends.
  std::string_view block(std::size_t first, std::size_t last) const;
  // A view into the source with its place.
  Located locate(std::string_view view) const;

 private:
  struct Line {
    std::string_view text;
    bool code = false;
  };

  const base::Source* source_;
  std::vector<Line> lines_;
};

// "---", "* * *": a line between parts.
bool is_thematic_break(std::string_view line);

}  // namespace paperboy::model
