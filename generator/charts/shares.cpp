#include "charts/shares.h"

#include <algorithm>

namespace paperboy::charts {

namespace {

constexpr double kRow = 26;
constexpr double kLine = 15;     // between the lines of a label
constexpr double kBetween = 9;   // two rows
constexpr double kSmallest = 1;  // what is not zero is seen

std::string bars(const ShareRow& row, double share_at_top, double bottom, const Slots& slots) {
  std::string data;
  for (std::size_t bucket = 0; bucket < row.shares.size(); ++bucket) {
    if (const double share = row.shares[bucket].value_or(0); share > 0) {
      const double height = std::clamp(kRow * share / share_at_top, kSmallest, kRow);
      data += upright(slots.centre(bucket), bottom, bottom - height);
    }
  }
  return data;
}

// Name and figure above the bars; the y coordinate where the bars may begin.
double draw_label(Drawing& drawing, const ShareRow& row, double y) {
  const double room = kWidth - text_width(row.figure) - 12;
  for (const std::string& line : wrapped(row.label, room, 2)) {
    y += kLine;
    drawing.text({0, y - 3}, Anchor::Start, "name", line, row.language);
  }
  drawing.text({kWidth, y - 3}, Anchor::End, "value", row.figure);
  return y + 1;
}

}  // namespace

base::Html draw(const Shares& chart) {
  Drawing drawing(chart.caption);
  const Slots slots(0, kWidth, chart.axis.buckets);
  draw_mark_labels(drawing, chart.axis, slots, kTextSize);
  double y = marks_height(chart.axis);
  std::string tops;
  std::string bases;
  std::string marks;
  for (const ShareRow& row : chart.rows) {
    const double top = draw_label(drawing, row, y);
    const double bottom = top + kRow;
    drawing.strokes("bars " + row.colour, slots.bar_width(), bars(row, chart.top, bottom, slots));
    tops += level(top, 0, kWidth);
    bases += level(bottom, 0, kWidth);
    marks += mark_lines(chart.axis, slots, top, bottom);
    y = bottom + kBetween;
  }
  drawing.path("grid", tops);
  drawing.path("rule", bases);
  drawing.path("mark", marks);
  return drawing.finish(draw_axis(drawing, chart.axis, slots, y - kBetween));
}

}  // namespace paperboy::charts
