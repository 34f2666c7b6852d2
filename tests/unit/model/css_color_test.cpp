#include "model/css_color.h"

#include <catch2/catch.hpp>

using namespace paperboy::model;

namespace {

// What is written into the style sheet; "-" for what is no colour.
std::string written(std::string_view text) {
  const std::optional<CssColor> color = parse_css_color(text);
  return color ? color->text : "-";
}

double luminance(std::string_view text) {
  const std::optional<CssColor> color = parse_css_color(text);
  REQUIRE(color);
  REQUIRE(color->luminance);
  return *color->luminance;
}

}  // namespace

TEST_CASE("colours are read in the notations of style sheets") {
  CHECK(written("#A3301A") == "#a3301a");
  CHECK(written("#fff") == "#fff");
  CHECK(written("#a3301a80") == "#a3301a80");
  CHECK(written(" Teal ") == "teal");
  CHECK(written("rgb(163, 48, 26)") == "rgb(163 48 26)");
  CHECK(written("rgba(163,48,26,.5)") == "rgba(163 48 26 / .5)");
  CHECK(written("hsl(10deg 72% 37% / 50%)") == "hsl(10deg 72% 37% / 50%)");
  CHECK(written("oklch(48% 0.15 33)") == "oklch(48% 0.15 33)");
  CHECK(written("lab(40% 56.6 -39)") == "lab(40% 56.6 -39)");
}

TEST_CASE("colours are known by their channels, where they can be told") {
  const auto rgb = [](std::string_view text) { return parse_css_color(text)->rgb; };
  CHECK(rgb("#A3301A") == 0xa3301aU);
  CHECK(rgb("#fa0") == 0xffaa00U);
  CHECK(rgb("teal") == 0x008080U);
  CHECK(rgb("rgb(163 48 26)") == 0xa3301aU);
  CHECK(rgb("hsl(0 100% 50%)") == 0xff0000U);
  CHECK(rgb("oklch(100% 0 0)") == 0xffffffU);
  CHECK(rgb("oklch(62.8% 0.2577 29.23)") == 0xff0000U);
  CHECK(rgb("#a3301a80") == std::nullopt);
  CHECK(rgb("rgb(163 48 26 / 50%)") == std::nullopt);
  CHECK(rgb("lab(40% 56.6 -39)") == std::nullopt);
}

TEST_CASE("what is no colour is refused, whatever else a style sheet might make of it") {
  for (const char* text :
       {"", "#", "#12", "#12345", "#ggg", "tael", "rgb(1 2)", "rgb(1 2 3 4 5)", "rgb(10deg 2 3)", "rgb(1 2 3",
        "rgb(1 2 three)", "hsl(10px 1% 1%)", "url(x)", "red;}body{display:none", "red}", "rgb(1 2 3);--x:(4)",
        "var(--ink)", "light-dark(red,red)", "#fff /*"}) {
    INFO(text);
    CHECK(written(text) == "-");
  }
}

TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast(luminance("black"), luminance("white")) == Approx(21));
  CHECK(contrast(luminance("white"), luminance("#777")) == Approx(4.478).epsilon(0.001));
  CHECK(contrast(luminance("#767676"), luminance("#fff")) == Approx(4.542).epsilon(0.001));
}

TEST_CASE("a colour has the same luminance in every notation") {
  const double expected = luminance("#336699");
  for (const char* text :
       {"#369", "rgb(51 102 153)", "rgb(20% 40% 60%)", "hsl(210 50% 40%)", "hsl(-150deg 50% 40%)",
        "hsl(0.583333turn 50% 40%)", "#336699ff", "rgb(51 102 153 / 1)"}) {
    INFO(text);
    CHECK(luminance(text) == Approx(expected).epsilon(0.001));
  }
  CHECK(luminance("oklch(62.8% 0.25768 29.23)") == Approx(luminance("red")).epsilon(0.01));
  CHECK(luminance("rebeccapurple") == Approx(luminance("#663399")));
}

TEST_CASE("the luminance of what shines through is not known") {
  CHECK_FALSE(parse_css_color("#a3301a80")->luminance);
  CHECK_FALSE(parse_css_color("rgb(0 0 0 / 50%)")->luminance);
  CHECK_FALSE(parse_css_color("lab(40% 56 39)")->luminance);
}
