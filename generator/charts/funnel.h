#pragma once

#include <string>
#include <vector>

#include "base/html.h"
#include "charts/drawing.h"

namespace paperboy::charts {

struct Stage {
  std::string label;
  std::string figure;  // "582 · 64 %"
  double value = 0;    // at least 0
};

// What is left of a whole at each stage: level bars one below the other, the first the widest.
struct Funnel {
  Caption caption;
  std::vector<Stage> stages;
};

base::Html draw(const Funnel& chart);

}  // namespace paperboy::charts
