#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/html.h"
#include "charts/axis.h"
#include "charts/drawing.h"
#include "charts/scale.h"

namespace paperboy::charts {

// A value as readers see it: "1,086", "$0.04".
using Written = std::function<std::string(double)>;

// Upright bars from zero. Each carries its value where there is room for all; else there is a scale.
struct Columns {
  Caption caption;
  std::vector<std::optional<double>> values;  // one a bucket, none: nothing is known
  Axis axis;
  Written written;
  std::string colour;  // class: "chart-3"
};

base::Html draw(const Columns& chart);

// Dots joined by a line. It runs over buckets there is nothing to say about and breaks at gaps.
struct Points {
  Caption caption;
  std::vector<std::optional<double>> values;
  Axis axis;
  Written written;
  Written on_scale;  // the same for the round numbers of the scale
  std::string colour;
};

base::Html draw(const Points& chart);

// The lines and labels of a scale at the left of a chart.
struct Frame {
  Scale scale;
  double top = 0;     // y of the scale's top
  double bottom = 0;  // y of zero
  double left = 0;    // x where the buckets begin

  double y(double value) const { return bottom - (bottom - top) * value / scale.top; }
};
void draw_scale(Drawing& drawing, const Frame& frame, const Written& written);
// The width of the widest label of a scale.
double scale_width(const Scale& scale, const Written& written);

}  // namespace paperboy::charts
