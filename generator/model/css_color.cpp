#include "model/css_color.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace paperboy::model {
namespace {

using Triple = std::array<double, 3>;

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double gamma(double channel) {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
}

// Channels from 0 to 1, with the gamma of sRGB.
double luminance_of(const Triple& rgb) {
  const auto light = [&](std::size_t at) { return linear(std::clamp(rgb[at], 0.0, 1.0)); };
  return 0.2126 * light(0) + 0.7152 * light(1) + 0.0722 * light(2);
}

std::uint32_t packed(const Triple& rgb) {
  std::uint32_t color = 0;
  for (const double channel : rgb)
    color = color << 8U | static_cast<std::uint32_t>(std::lround(std::clamp(channel, 0.0, 1.0) * 255));
  return color;
}

Triple unpacked(std::uint32_t rgb) {
  return {double(rgb >> 16U & 0xFFU) / 255, double(rgb >> 8U & 0xFFU) / 255, double(rgb & 0xFFU) / 255};
}

// `rgb`: none where it cannot be told.
CssColor color_of(std::string text, const std::optional<Triple>& rgb) {
  return rgb ? CssColor{std::move(text), luminance_of(*rgb), packed(*rgb)}
             : CssColor{std::move(text), std::nullopt, std::nullopt};
}

// https://www.w3.org/TR/css-color-4/#hsl-to-rgb
Triple rgb_of_hsl(double hue, double saturation, double lightness) {
  const auto channel = [&](double n) {
    const double k = std::fmod(n + std::fmod(std::fmod(hue, 360) + 360, 360) / 30, 12);
    const double a = saturation * std::min(lightness, 1 - lightness);
    return lightness - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
  };
  return {channel(0), channel(8), channel(4)};
}

// https://bottosson.github.io/posts/oklab/
Triple rgb_of_oklab(double lightness, double a, double b) {
  const auto cubed = [](double x) { return x * x * x; };
  const double l = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const double m = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const double s = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b);
  return {gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
          gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
          gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

// One argument of a colour function.
struct Component {
  double number = 0;
  std::string unit;  // "", "%", "deg", "turn", "rad", "grad"
};

std::optional<Component> parse_component(std::string_view text) {
  if (text == "none")
    return Component{};
  Component component;
  const std::string_view digits = base::starts_with(text, "+") ? text.substr(1) : text;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), component.number,
                                            std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(component.number))
    return std::nullopt;
  component.unit = std::string(end, digits.data() + digits.size());
  constexpr std::array<std::string_view, 6> kUnits = {"", "%", "deg", "turn", "rad", "grad"};
  if (std::find(kUnits.begin(), kUnits.end(), component.unit) == kUnits.end())
    return std::nullopt;
  return component;
}

struct ColorFunction {
  std::string_view name;
  std::size_t hue;  // which argument is an angle; kNoHue for none
};
constexpr std::size_t kNoHue = 4;
constexpr std::array<ColorFunction, 9> kFunctions{{{"rgb", kNoHue},
                                                   {"rgba", kNoHue},
                                                   {"hsl", 0},
                                                   {"hsla", 0},
                                                   {"hwb", 0},
                                                   {"lab", kNoHue},
                                                   {"lch", 2},
                                                   {"oklab", kNoHue},
                                                   {"oklch", 2}}};

double scaled(const Component& component, double whole) {
  return component.unit == "%" ? component.number / 100 : component.number / whole;
}

double degrees(const Component& hue) {
  constexpr double kHalfTurn = 3.14159265358979323846;
  if (hue.unit == "turn")
    return hue.number * 360;
  if (hue.unit == "rad")
    return hue.number / kHalfTurn * 180;
  return hue.unit == "grad" ? hue.number * 0.9 : hue.number;
}

std::optional<Triple> rgb_of_function(std::string_view name, const std::vector<Component>& given) {
  if (given.size() == 4 && scaled(given[3], 1) != 1)
    return std::nullopt;
  if (name == "rgb" || name == "rgba")
    return Triple{scaled(given[0], 255), scaled(given[1], 255), scaled(given[2], 255)};
  if (name == "hsl" || name == "hsla")
    return rgb_of_hsl(degrees(given[0]), given[1].number / 100, given[2].number / 100);
  if (name == "oklch") {
    const double chroma = given[1].unit == "%" ? given[1].number / 100 * 0.4 : given[1].number;
    const double angle = degrees(given[2]) / 180 * 3.14159265358979323846;
    return rgb_of_oklab(scaled(given[0], 1), chroma * std::cos(angle), chroma * std::sin(angle));
  }
  return std::nullopt;
}

std::optional<CssColor> parse_hexadecimal(const std::string& text) {
  const std::string_view digits = std::string_view(text).substr(1);
  const bool is_short = digits.size() == 3 || digits.size() == 4;
  if (!is_short && digits.size() != 6 && digits.size() != 8)
    return std::nullopt;
  std::string full;
  for (const char digit : digits) {
    if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f'))
      return std::nullopt;
    full.append(is_short ? 2 : 1, digit);
  }
  std::uint32_t rgb = 0;
  std::from_chars(full.data(), full.data() + 6, rgb, 16);
  const bool is_solid = full.size() == 6 || full.substr(6) == "ff";
  return color_of(text, is_solid ? std::optional(unpacked(rgb)) : std::nullopt);
}

// `name(a b c)` or `name(a b c / alpha)`; older notations with commas become that one.
std::optional<CssColor> parse_function(const std::string& text) {
  const std::size_t opening = text.find('(');
  if (opening == std::string::npos || text.back() != ')')
    return std::nullopt;
  const auto function = std::find_if(kFunctions.begin(), kFunctions.end(), [&](const ColorFunction& known) {
    return known.name == std::string_view(text).substr(0, opening);
  });
  if (function == kFunctions.end())
    return std::nullopt;
  std::string spaced = text.substr(opening + 1, text.size() - opening - 2);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == ',' || c == '/'; }, ' ');
  spaced = base::collapse_spaces(spaced);
  std::vector<Component> components;
  std::string written = std::string(function->name) + "(";
  for (const std::string_view word : base::split(spaced, ' ')) {
    const std::optional<Component> component = parse_component(word);
    const bool is_angle = component && !component->unit.empty() && component->unit != "%";
    if (!component || (is_angle && components.size() != function->hue))
      return std::nullopt;
    constexpr std::array<std::string_view, 4> kBefore = {"", " ", " ", " / "};
    if (components.size() == kBefore.size())
      return std::nullopt;
    written += std::string(kBefore[components.size()]) + std::string(word);
    components.push_back(*component);
  }
  if (components.size() < 3)
    return std::nullopt;
  return color_of(written + ")", rgb_of_function(function->name, components));
}

}  // namespace

std::optional<CssColor> parse_css_color(std::string_view given) {
  const std::string text = base::to_lower_ascii(base::collapse_spaces(given));
  if (text.empty())
    return std::nullopt;
  if (text.front() == '#')
    return parse_hexadecimal(text);
  if (const std::optional<std::uint32_t> rgb = named_css_color(text))
    return color_of(text, unpacked(*rgb));
  return parse_function(text);
}

double contrast(double luminance, double other_luminance) {
  return (std::max(luminance, other_luminance) + 0.05) / (std::min(luminance, other_luminance) + 0.05);
}

}  // namespace paperboy::model
