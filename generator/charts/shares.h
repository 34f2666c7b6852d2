#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/html.h"
#include "charts/axis.h"
#include "charts/drawing.h"

namespace paperboy::charts {

// How one part of a whole fared: small bars under its name.
struct ShareRow {
  std::string label;
  std::string language;                       // of the label, where it is not the page's; may be empty
  std::string figure;                         // its share over the whole time, as text
  std::string colour;                         // class: "chart-3"
  std::vector<std::optional<double>> shares;  // 0 to 1, one a bucket, none: there was no whole
};

// The parts of a whole over time, a row a part, so that each is measured from a level line and named in its
// place. All rows have the same scale.
struct Shares {
  Caption caption;
  std::vector<ShareRow> rows;
  double top = 1;  // the share that fills the height of a row
  Axis axis;
};

base::Html draw(const Shares& chart);

}  // namespace paperboy::charts
