#include "charts/axis.h"

#include <algorithm>

namespace paperboy::charts {

namespace {

constexpr double kWidestBar = 28;
constexpr double kBetweenLabels = 7;

struct Interval {
  double left, right;
};

Interval label_interval(const Tick& tick, const Slots& slots) {
  const double half = text_width(tick.label) / 2;
  const double centre = std::clamp(slots.centre(tick.bucket), half, std::max(half, kWidth - half));
  return {centre - half, centre + half};
}

bool is_free(const Interval& wanted, const std::vector<Interval>& taken) {
  return std::all_of(taken.begin(), taken.end(), [&](const Interval& other) {
    return wanted.left >= other.right + kBetweenLabels || other.left >= wanted.right + kBetweenLabels;
  });
}

void draw_ticks(Drawing& drawing, const Axis& axis, const Slots& slots, double top) {
  std::vector<Interval> taken;
  std::string notches;
  for (const Tick::Weight weight : {Tick::Weight::Major, Tick::Weight::Minor}) {
    for (const Tick& tick : axis.ticks) {
      const Interval place = label_interval(tick, slots);
      if (tick.weight == weight && is_free(place, taken)) {
        taken.push_back(place);
        notches += upright(slots.centre(tick.bucket), top, top + 4);
        drawing.text({(place.left + place.right) / 2, top + 4 + kTextSize}, Anchor::Middle, "", tick.label);
      }
    }
  }
  drawing.path("rule", notches);
}

// A cross for what failed, a ring for what had nothing to show.
double draw_gaps(Drawing& drawing, const Axis& axis, const Slots& slots, double top) {
  std::string failed;
  std::string quiet;
  const double size = std::min(3.0, slots.width() * 0.36);
  const double y = top + 6;
  for (std::size_t bucket = 0; bucket < axis.gaps.size(); ++bucket) {
    const double x = slots.centre(bucket);
    if (axis.gaps[bucket] == Gap::Failed) {
      const std::string twice = coordinate(2 * size);
      failed += "M" + coordinate(x - size) + " " + coordinate(y - size) + "l" + twice + " " + twice + "m-" +
                twice + " 0l" + twice + "-" + twice;
    } else if (axis.gaps[bucket] == Gap::Quiet) {
      const std::string radius = coordinate(size);
      const std::string arc = "a" + radius + " " + radius + " 0 1 ";
      quiet += "M" + coordinate(x - size) + " " + coordinate(y) + arc + "1 " + coordinate(2 * size) + " 0" +
               arc + "1-" + coordinate(2 * size) + " 0";
    }
  }
  drawing.path("gap failed", failed);
  drawing.path("gap quiet", quiet);
  return failed.empty() && quiet.empty() ? top : top + 11;
}

}  // namespace

Slots::Slots(double left, double right, std::size_t count)
    : left_(left),
      right_(right),
      width_((right - left) / static_cast<double>(std::max<std::size_t>(count, 1))) {}

double Slots::bar_width() const {
  return std::min(width_ * 0.74, kWidestBar);
}

double marks_height(const Axis& axis) {
  return axis.marks.empty() ? 0 : kTextSize + 5;
}

void draw_mark_labels(Drawing& drawing, const Axis& axis, const Slots& slots, double y) {
  constexpr double kBetween = 2;
  std::vector<double> places;
  double taken = 0;
  for (const Mark& mark : axis.marks) {
    const double half = text_width(mark.label) / 2;
    places.push_back(std::max(slots.at(mark.place), taken + half));
    taken = places.back() + half + kBetween;
  }
  // Those that would stand over the edge press the others back.
  double room = kWidth;
  for (std::size_t at = places.size(); at > 0; --at) {
    const double half = text_width(axis.marks[at - 1].label) / 2;
    places[at - 1] = std::min(places[at - 1], room - half);
    room = places[at - 1] - half - kBetween;
  }
  for (std::size_t at = 0; at < places.size(); ++at) {
    drawing.text({places[at], y}, Anchor::Middle, "mark", axis.marks[at].label);
  }
}

std::string mark_lines(const Axis& axis, const Slots& slots, double top, double bottom) {
  std::string lines;
  for (const Mark& mark : axis.marks) {
    lines += upright(std::clamp(slots.at(mark.place), 0.5, kWidth - 0.5), top, bottom);
  }
  return lines;
}

double draw_axis(Drawing& drawing, const Axis& axis, const Slots& slots, double y) {
  drawing.path("rule", level(y, slots.left(), slots.right()));
  const double below = draw_gaps(drawing, axis, slots, y);
  draw_ticks(drawing, axis, slots, below);
  return below + 4 + kTextSize + 5;
}

}  // namespace paperboy::charts
