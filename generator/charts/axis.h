#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "charts/drawing.h"

namespace paperboy::charts {

// Why a bucket has nothing to show.
enum class Gap {
  None,     // there is nothing it could be about, or it has something to show
  Unknown,  // there is something, but its value is not known
  Quiet,    // nothing to show, and that is as it should be
  Failed,
};

struct Tick {
  enum class Weight { Minor, Major };
  std::size_t bucket = 0;
  std::string label;
  Weight weight = Weight::Minor;  // minor ones give way where labels would meet
};

// A place where something changed, with the number of its footnote.
struct Mark {
  double place = 0;  // in buckets from the left: 2.5 is the middle of the third
  std::string label;
};

// What stands below a chart from left to right: equal buckets of time, or of numbers.
struct Axis {
  std::size_t buckets = 0;
  std::vector<Tick> ticks;
  std::vector<Mark> marks;
  std::vector<Gap> gaps;  // one a bucket, or none at all
};

// Where the buckets stand between two x coordinates.
class Slots {
 public:
  Slots(double left, double right, std::size_t count);
  double centre(std::size_t bucket) const { return left_ + (static_cast<double>(bucket) + 0.5) * width_; }
  double at(double place) const { return left_ + place * width_; }
  double width() const { return width_; }
  double bar_width() const;
  double left() const { return left_; }
  double right() const { return right_; }

 private:
  double left_, right_, width_;
};

// The room that marks need above a chart.
double marks_height(const Axis& axis);
// Numbers of the marks, with their baseline at `y`.
void draw_mark_labels(Drawing& drawing, const Axis& axis, const Slots& slots, double y);
// The marks' ticks between two heights, as path data.
std::string mark_lines(const Axis& axis, const Slots& slots, double top, double bottom);
// Baseline, signs of gaps, and labels of ticks below `y`; the y coordinate where that ends.
double draw_axis(Drawing& drawing, const Axis& axis, const Slots& slots, double y);

}  // namespace paperboy::charts
