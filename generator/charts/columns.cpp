#include "charts/columns.h"

#include <algorithm>

namespace paperboy::charts {

namespace {

constexpr double kHeight = 96;
constexpr double kSmallest = 1.5;  // what is not zero is seen

double highest(const std::vector<std::optional<double>>& values) {
  double most = 0;
  for (const std::optional<double>& value : values) {
    most = std::max(most, value.value_or(0));
  }
  return most;
}

bool all_whole(const std::vector<std::optional<double>>& values) {
  return std::all_of(values.begin(), values.end(), [](const std::optional<double>& value) {
    return !value || *value == static_cast<double>(static_cast<long long>(*value));
  });
}

bool have_room(const Columns& chart, const Slots& slots) {
  return std::all_of(chart.values.begin(), chart.values.end(), [&](const std::optional<double>& value) {
    return !value || text_width(chart.written(*value)) <= slots.width();
  });
}

// The bars as path data.
std::string bars(const Columns& chart, const Frame& frame, const Slots& slots) {
  std::string data;
  for (std::size_t bucket = 0; bucket < chart.values.size(); ++bucket) {
    if (const double value = chart.values[bucket].value_or(0); value > 0) {
      data += upright(slots.centre(bucket), frame.bottom, std::min(frame.y(value), frame.bottom - kSmallest));
    }
  }
  return data;
}

}  // namespace

double scale_width(const Scale& scale, const Written& written) {
  double widest = 0;
  for (const double mark : scale.marks()) {
    widest = std::max(widest, text_width(written(mark)));
  }
  return widest;
}

void draw_scale(Drawing& drawing, const Frame& frame, const Written& written) {
  std::string lines;
  for (const double mark : frame.scale.marks()) {
    if (mark > 0) {
      lines += level(frame.y(mark), frame.left, kWidth);
    }
    drawing.text({frame.left - 5, frame.y(mark) + kTextSize * 0.36}, Anchor::End, "", written(mark));
  }
  drawing.path("grid", lines);
}

base::Html draw(const Columns& chart) {
  Drawing drawing(chart.caption);
  const double marks = marks_height(chart.axis);
  Frame frame{{highest(chart.values), 1}, marks + kTextSize + 4, marks + kTextSize + 4 + kHeight, 0};
  Slots slots(0, kWidth, chart.values.size());
  const bool labelled = have_room(chart, slots) && frame.scale.top > 0;
  if (!labelled) {
    frame.scale = scale_to(frame.scale.top, 3, all_whole(chart.values) ? Numbers::Whole : Numbers::Any);
    frame.left = scale_width(frame.scale, chart.written) + 5;
    frame.top = marks + kTextSize * 0.6;
    slots = Slots(frame.left, kWidth, chart.values.size());
    draw_scale(drawing, frame, chart.written);
  }
  drawing.strokes("bars " + chart.colour, slots.bar_width(), bars(chart, frame, slots));
  for (std::size_t bucket = 0; labelled && bucket < chart.values.size(); ++bucket) {
    if (chart.values[bucket]) {
      drawing.text({slots.centre(bucket), frame.y(*chart.values[bucket]) - 4}, Anchor::Middle, "value",
                   chart.written(*chart.values[bucket]));
    }
  }
  drawing.path("mark", mark_lines(chart.axis, slots, marks, frame.bottom));
  draw_mark_labels(drawing, chart.axis, slots, kTextSize);
  return drawing.finish(draw_axis(drawing, chart.axis, slots, frame.bottom));
}

}  // namespace paperboy::charts
