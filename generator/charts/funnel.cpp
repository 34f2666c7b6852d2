#include "charts/funnel.h"

#include <algorithm>

namespace paperboy::charts {

namespace {

constexpr double kBar = 11;
constexpr double kLabel = 16;
constexpr double kBetween = 9;
constexpr double kSmallest = 1.5;  // what is not zero is seen

}  // namespace

base::Html draw(const Funnel& chart) {
  Drawing drawing(chart.caption);
  double whole = 0;
  for (const Stage& stage : chart.stages) {
    whole = std::max(whole, stage.value);
  }
  double y = 0;
  std::string bars;
  std::string tracks;
  for (const Stage& stage : chart.stages) {
    for (const std::string& line : wrapped(stage.label, kWidth - text_width(stage.figure) - 12, 1)) {
      drawing.text({0, y + kTextSize}, Anchor::Start, "name", line);
    }
    drawing.text({kWidth, y + kTextSize}, Anchor::End, "value", stage.figure);
    const double middle = y + kLabel + kBar / 2;
    tracks += level(middle + kBar / 2, 0, kWidth);
    if (stage.value > 0) {
      bars += level(middle, 0, std::max(kWidth * stage.value / whole, kSmallest));
    }
    y += kLabel + kBar + kBetween;
  }
  drawing.strokes("bars chart-1", kBar, bars);
  drawing.path("grid", tracks);
  return drawing.finish(y - kBetween + 2);
}

}  // namespace paperboy::charts
