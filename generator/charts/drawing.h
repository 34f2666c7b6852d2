#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/html.h"

// Charts as inline SVG. They know nothing of papers: what is shown comes in as numbers and ready texts.
// Looks are left to the style sheet, by the classes named in docs/layouts.md.
namespace paperboy::charts {

// What a chart is called for those who do not see it. The ids of its parts begin with `id`, which occurs once
// on its page.
struct Caption {
  std::string id;
  std::string title;
  std::string description;
};

// Every chart is a box of this width; its height follows from what it shows. The unit is a CSS pixel where
// the box is shown 320 pixels wide. On a screen of that width the box has 288, and texts are still 11 pixels
// high.
inline constexpr double kWidth = 320;
inline constexpr double kTextSize = 12.5;

enum class Anchor { Start, Middle, End };

struct Point {
  double x = 0;
  double y = 0;
};

// A coordinate, rounded to a tenth: "12", "12.5", "-0.3".
std::string coordinate(double value);

// An estimate for text of that size in a wide sans-serif font, so that it is too wide rather than too narrow.
double text_width(std::string_view text);
// The text in lines no wider than `width`, at most `most` of them; what does not fit is cut with "…".
std::vector<std::string> wrapped(std::string_view text, double width, std::size_t most);

// Writes one SVG element.
class Drawing {
 public:
  explicit Drawing(const Caption& caption) : caption_(caption) {}

  // A text whose baseline is at `at`. `language` is a tag, or empty where it is the page's.
  void text(Point at, Anchor anchor, std::string_view css_class, std::string_view text,
            std::string_view language = "");
  // `data` as in the d attribute. Nothing is drawn for an empty one.
  void path(std::string_view css_class, std::string_view data);
  // Lines of a given thickness: bars, when they stand upright.
  void strokes(std::string_view css_class, double thickness, std::string_view data);

  base::Html finish(double height) const;

 private:
  const Caption& caption_;
  std::string body_;
};

// "M5 20V12" as path data.
std::string upright(double x, double from, double to);
std::string level(double y, double from, double to);

}  // namespace paperboy::charts
