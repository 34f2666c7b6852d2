#include "pages/heat_map.h"

#include <catch2/catch.hpp>

using paperboy::pages::HeatScale;

TEST_CASE("a day's level is the quarter of the days it falls into") {
  HeatScale scale({1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(scale.level(0) == 0);
  CHECK(scale.level(1) == 1);
  CHECK(scale.level(2) == 1);
  CHECK(scale.level(3) == 2);
  CHECK(scale.level(4) == 2);
  CHECK(scale.level(6) == 3);
  CHECK(scale.level(7) == 4);
  CHECK(scale.level(900) == 4);
}

TEST_CASE("days without papers do not count, and equal days are equal") {
  CHECK(HeatScale({0, 0, 0, 0, 5, 5}).level(5) == 1);
  CHECK(HeatScale({}).level(0) == 0);
  CHECK(HeatScale({3}).level(3) == 1);
}
