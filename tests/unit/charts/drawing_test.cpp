#include "charts/drawing.h"

#include <catch2/catch.hpp>

using namespace paperboy::charts;

TEST_CASE("coordinates are as short as a tenth of a pixel allows") {
  CHECK(coordinate(12) == "12");
  CHECK(coordinate(12.04) == "12");
  CHECK(coordinate(12.46) == "12.5");
  CHECK(coordinate(-0.04) == "0");
  CHECK(coordinate(-0.3) == "-0.3");
}

TEST_CASE("a long label is broken between words, then cut") {
  const std::vector<std::string> lines =
      wrapped("World Models, Exploration, and Open-Ended Reinforcement Learning", 260, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "World Models, Exploration, and");
  CHECK(lines[1] == "Open-Ended Reinforcement Learning");
  CHECK(wrapped("World Models and Exploration", 120, 1) == std::vector<std::string>{"World Models…"});
}

TEST_CASE("a label without spaces is broken between letters") {
  CHECK(wrapped("世界模型与探索", 50, 2) == std::vector<std::string>{"世界模型", "与探索"});
  CHECK(wrapped("世", 1, 2) == std::vector<std::string>{"世"});
  CHECK(wrapped("", 100, 2).empty());
}

TEST_CASE("what a chart says is escaped") {
  const Caption caption{"_chart", "A < B", "\"quoted\" & more"};
  Drawing drawing(caption);
  drawing.text({0, 10}, Anchor::Start, "name", "<script>");
  const std::string svg = drawing.finish(20).str();
  CHECK(svg.find("<script>") == std::string::npos);
  CHECK(svg.find("A &lt; B</title>") != std::string::npos);
  CHECK(svg.find("&amp; more</desc>") != std::string::npos);
}
