#include "charts/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paperboy::charts {

namespace {

// How many steps hold a number; a hair above a mark is taken for the mark.
double steps_to(double highest, double step) {
  return std::ceil(highest / step - 1e-9);
}

}  // namespace

std::vector<double> Scale::marks() const {
  std::vector<double> marks;
  const auto count = static_cast<std::size_t>(std::lround(top / step));
  for (std::size_t mark = 0; mark <= count; ++mark) {
    marks.push_back(static_cast<double>(mark) * step);
  }
  return marks;
}

Scale scale_to(double highest, std::size_t most, Numbers numbers) {
  if (!std::isfinite(highest) || highest <= 0) {
    return {};
  }
  const double count = static_cast<double>(std::max<std::size_t>(most, 1));
  double power = std::pow(10, std::floor(std::log10(highest / count)));
  if (numbers == Numbers::Whole) {
    power = std::max(power, 1.0);
  }
  double step = power * 10;
  for (const double factor : std::array{1.0, 2.0, 5.0}) {
    if (steps_to(highest, power * factor) <= count) {
      step = power * factor;
      break;
    }
  }
  return {step * std::max(steps_to(highest, step), 1.0), step};
}

}  // namespace paperboy::charts
