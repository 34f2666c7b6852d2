#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markup/math.h"
#include "markup/rich_text.h"

namespace paperboy::markup {

// Builds both forms of a rich text at once. Elements are kept on a stack, so the HTML is well formed
// whatever the TeX was. White space is collapsed.
class TexWriter {
 public:
  void text(std::string_view words);
  void formula(const Formula& formula);
  void line_break();
  // Two breaks: the result stays inside one paragraph of the page, wherever it is placed.
  void paragraph_break();

  void open_element(std::string_view name, std::string_view attributes = {});
  void close_element();
  std::size_t open_elements() const { return elements_.size(); }
  bool inside(std::string_view name) const;
  // Whether the next word would stand directly after other text.
  bool after_space() const { return pending_space_ || plain_.empty() || plain_.back() == '\n'; }

  RichText finish();

 private:
  struct Element {
    std::string name;
    std::size_t plain_begin = 0;
  };
  void flush();
  void write_pending_space();

  std::string html_;
  std::string plain_;
  std::string run_;  // text not yet written to html_: normalised and escaped as a whole
  std::vector<Element> elements_;
  bool pending_space_ = false;
};

}  // namespace paperboy::markup
