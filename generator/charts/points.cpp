#include <algorithm>

#include "charts/columns.h"

namespace paperboy::charts {

namespace {

constexpr double kHeight = 96;
constexpr double kDot = 2.6;  // radius

double highest(const std::vector<std::optional<double>>& values) {
  double most = 0;
  for (const std::optional<double>& value : values) {
    most = std::max(most, value.value_or(0));
  }
  return most;
}

std::string dot(double x, double y) {
  const std::string radius = coordinate(kDot);
  const std::string twice = coordinate(2 * kDot);
  return "M" + coordinate(x - kDot) + " " + coordinate(y) + "a" + radius + " " + radius + " 0 1 1 " + twice +
         " 0a" + radius + " " + radius + " 0 1 1-" + twice + " 0";
}

// A value that is known, where it stands.
struct Dot {
  Point at;
  bool is_joined = false;  // by a line with the one before it
};

std::vector<Dot> place_dots(const Points& chart, const Frame& frame, const Slots& slots) {
  std::vector<Dot> dots;
  bool is_joined = false;
  for (std::size_t bucket = 0; bucket < chart.values.size(); ++bucket) {
    if (!chart.values[bucket]) {
      is_joined = is_joined && (chart.axis.gaps.empty() || chart.axis.gaps[bucket] == Gap::None);
      continue;
    }
    dots.push_back({{slots.centre(bucket), frame.y(*chart.values[bucket])}, is_joined});
    is_joined = true;
  }
  return dots;
}

void draw_line(Drawing& drawing, const Points& chart, const std::vector<Dot>& dots) {
  std::string line;
  std::string circles;
  for (const Dot& one : dots) {
    line += (one.is_joined ? "L" : "M") + coordinate(one.at.x) + " " + coordinate(one.at.y);
    circles += dot(one.at.x, one.at.y);
  }
  drawing.path("line " + chart.colour, line);
  drawing.path("dots " + chart.colour, circles);
}

struct Box {
  double left, right, top, bottom;
};

// The part of a text that ink may stand in.
Box box_of(Point baseline, double half) {
  return {baseline.x - half, baseline.x + half, baseline.y - kTextSize * 0.8, baseline.y + 2};
}

// Whether a straight line between two dots goes through.
bool is_crossed(const Box& box, Point from, Point to) {
  if (to.x < box.left || from.x > box.right) {
    return false;
  }
  const auto height = [&](double x) {
    return to.x == from.x ? to.y : from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x);
  };
  const double entry = height(std::max(from.x, box.left));
  const double exit = height(std::min(to.x, box.right));
  return std::min(entry, exit) < box.bottom && std::max(entry, exit) > box.top;
}

bool is_free(const Box& box, const std::vector<Dot>& dots) {
  for (std::size_t at = 0; at < dots.size(); ++at) {
    if (is_crossed(box, dots[dots[at].is_joined ? at - 1 : at].at, dots[at].at)) {
      return false;
    }
  }
  return true;
}

// The newest value over its dot, or under it where the line comes from above.
void draw_last(Drawing& drawing, const std::vector<Dot>& dots, const std::string& label, double bottom) {
  const double half = text_width(label) / 2;
  const Point last = dots.back().at;
  const Point over{std::clamp(last.x, half, kWidth - half), last.y - 7};
  const Point under{over.x, last.y + 7 + kTextSize * 0.75};
  const bool fits_under = under.y + 2 <= bottom && is_free(box_of(under, half), dots);
  const bool is_under = fits_under && !is_free(box_of(over, half), dots);
  drawing.text(is_under ? under : over, Anchor::Middle, "value", label);
}

std::string last_label(const Points& chart) {
  const auto known = std::find_if(chart.values.rbegin(), chart.values.rend(),
                                  [](const std::optional<double>& value) { return value.has_value(); });
  return known == chart.values.rend() ? "" : chart.written(**known);
}

}  // namespace

base::Html draw(const Points& chart) {
  Drawing drawing(chart.caption);
  const double top = marks_height(chart.axis) + kTextSize + 8;
  const Scale scale = scale_to(highest(chart.values), 4, Numbers::Any);
  const Frame frame{scale, top, top + kHeight, scale_width(scale, chart.on_scale) + 5};
  const Slots slots(frame.left, kWidth, chart.values.size());
  draw_scale(drawing, frame, chart.on_scale);
  drawing.path("mark", mark_lines(chart.axis, slots, marks_height(chart.axis), frame.bottom));
  draw_mark_labels(drawing, chart.axis, slots, kTextSize);
  const std::vector<Dot> dots = place_dots(chart, frame, slots);
  draw_line(drawing, chart, dots);
  if (!dots.empty()) {
    draw_last(drawing, dots, last_label(chart), frame.bottom);
  }
  return drawing.finish(draw_axis(drawing, chart.axis, slots, frame.bottom));
}

}  // namespace paperboy::charts
