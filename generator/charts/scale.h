#pragma once

#include <cstddef>
#include <vector>

namespace paperboy::charts {

// What the numbers on a scale can be.
enum class Numbers { Any, Whole };

// A scale from zero to a round number, with marks at multiples of a step of 1, 2 or 5 times a power of ten.
struct Scale {
  double top = 1;
  double step = 1;

  // Zero, step, …, top.
  std::vector<double> marks() const;
};

// The smallest scale that holds `highest` with at most `most` marks above zero.
Scale scale_to(double highest, std::size_t most, Numbers numbers);

}  // namespace paperboy::charts
