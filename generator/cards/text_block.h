#pragma once

#include <string>
#include <vector>

#include "cards/pango_objects.h"

namespace paperboy::cards {

enum class Weight { Regular, Bold };

// How a text is set. Lengths in pixels.
struct TextStyle {
  double size = 28;          // of letters
  double line_height = 1.3;  // as a multiple of `size`
  Weight weight = Weight::Regular;
  int width = 1000;
  int most_lines = 1;
};

// A text broken into lines. White space is collapsed; what no font can show is left out; what does not fit
// is cut, at the end of a word where one is near.
class TextBlock {
 public:
  // No text: a block of no height.
  TextBlock() = default;
  TextBlock(PangoContext* context, const std::string& text, const std::string& language,
            const std::vector<std::string>& fonts, const TextStyle& style);

  // Of all ways to break the text into as few lines, takes the one with most lines that end where a reader
  // pauses, and among those the one with the most equal lines.
  void balance();

  bool is_empty() const { return layout_ == nullptr; }
  bool is_cut() const { return is_cut_; }
  int width() const;
  int height() const;
  double baseline() const;  // of the first line, from the top
  void show(cairo_t* cairo, double left, double top) const;

 private:
  void set_text(std::string text);
  void cut_at_word();

  Layout layout_;
  bool is_cut_ = false;
};

}  // namespace paperboy::cards
