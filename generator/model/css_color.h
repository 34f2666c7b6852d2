#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::model {

// A colour in one of the notations of style sheets (https://www.w3.org/TR/css-color-4/): `#a3301a`,
// `teal`, `rgb(163 48 26)`, `hsl(10deg 72% 37%)`, `oklch(48% 0.15 33)` and their like.
struct CssColor {
  std::string text;  // in lower case, in the notation without commas, safe to write into a style sheet
  // Relative luminance as WCAG has it, 0 (black) to 1 (white); none where it cannot be told: see-through
  // colours, and notations other than those above.
  std::optional<double> luminance;
  std::optional<std::uint32_t> rgb;  // 0xRRGGBB; none where luminance is none
};

// None when the text is no colour.
std::optional<CssColor> parse_css_color(std::string_view text);

// Contrast as WCAG has it, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
double contrast(double luminance, double other_luminance);

// 0xRRGGBB of a named colour in lower case.
std::optional<std::uint32_t> named_css_color(std::string_view name);
std::vector<std::string_view> css_color_names();

}  // namespace paperboy::model
