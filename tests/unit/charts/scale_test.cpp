#include "charts/scale.h"

#include <catch2/catch.hpp>
#include <limits>

using paperboy::charts::Numbers;
using paperboy::charts::Scale;
using paperboy::charts::scale_to;

TEST_CASE("a scale ends at a round number that holds the highest value") {
  CHECK(scale_to(812, 3, Numbers::Whole).marks() == std::vector<double>{0, 500, 1000});
  CHECK(scale_to(35, 4, Numbers::Whole).marks() == std::vector<double>{0, 10, 20, 30, 40});
  CHECK(scale_to(40, 4, Numbers::Whole).marks() == std::vector<double>{0, 10, 20, 30, 40});
  CHECK(scale_to(2, 4, Numbers::Whole).marks() == std::vector<double>{0, 1, 2});
  const Scale cents = scale_to(0.045, 4, Numbers::Any);
  CHECK(cents.step == Approx(0.02));
  CHECK(cents.top == Approx(0.06));
}

TEST_CASE("what cannot be measured has the scale of nothing") {
  for (const double highest :
       {0.0, -3.0, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(scale_to(highest, 4, Numbers::Any).marks() == std::vector<double>{0, 1});
  }
}
