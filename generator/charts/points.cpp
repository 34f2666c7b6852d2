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

void draw_line(Drawing& drawing, const Points& chart, const Frame& frame, const Slots& slots) {
  std::string line;
  std::string dots;
  bool joined = false;
  for (std::size_t bucket = 0; bucket < chart.values.size(); ++bucket) {
    if (!chart.values[bucket]) {
      joined = joined && (chart.axis.gaps.empty() || chart.axis.gaps[bucket] == Gap::None);
      continue;
    }
    const double x = slots.centre(bucket);
    const double y = frame.y(*chart.values[bucket]);
    line += (joined ? "L" : "M") + coordinate(x) + " " + coordinate(y);
    dots += dot(x, y);
    joined = true;
  }
  drawing.path("line " + chart.colour, line);
  drawing.path("dots " + chart.colour, dots);
}

// The newest value, beside its dot.
void draw_last(Drawing& drawing, const Points& chart, const Frame& frame, const Slots& slots) {
  for (std::size_t bucket = chart.values.size(); bucket > 0; --bucket) {
    if (const std::optional<double>& value = chart.values[bucket - 1]) {
      const std::string label = chart.written(*value);
      const double half = text_width(label) / 2;
      const double x = std::clamp(slots.centre(bucket - 1), half, kWidth - half);
      drawing.text({x, frame.y(*value) - 7}, Anchor::Middle, "value", label);
      return;
    }
  }
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
  draw_line(drawing, chart, frame, slots);
  draw_last(drawing, chart, frame, slots);
  return drawing.finish(draw_axis(drawing, chart.axis, slots, frame.bottom));
}

}  // namespace paperboy::charts
