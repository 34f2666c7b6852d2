#include "pipeline/style_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "pipeline/css_text.h"

namespace paperboy::pipeline {

namespace {

// Paper is white when it is printed, whatever the screen shows.
std::string color_rules(const std::vector<model::LookColor>& colors) {
  std::string light;
  std::string both;
  for (const model::LookColor& color : colors) {
    light += fmt::format("--{}:{};", color.name, color.light.color.text);
    if (color.light.color.text != color.dark.color.text) {
      both +=
          fmt::format("--{}:light-dark({},{});", color.name, color.light.color.text, color.dark.color.text);
    }
  }
  // Browsers without light-dark() show the light colours.
  if (!both.empty()) {
    both = fmt::format("@supports (color:light-dark(red,red)){{:root{{{}}}}}", both);
  }
  return fmt::format("@media screen{{:root{{{}}}{}}}", light, both);
}

std::string scheme_rule(model::Theme theme) {
  return theme == model::Theme::Auto ? ""
                                     : fmt::format("@media screen{{:root{{color-scheme:{}}}}}",
                                                   theme == model::Theme::Dark ? "dark" : "light");
}

base::SourceSpan span_in(const base::Source& sheet, std::size_t begin, std::size_t size) {
  return {&sheet, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

std::string minify_sheet(const base::Source& sheet, const UrlWriter& write_url) {
  return minify_css(sheet.text(), [&](const CssPiece& url) {
    std::string_view target = url_target(url);
    std::size_t begin = static_cast<std::size_t>(target.data() - sheet.text().data());
    std::string changed = write_url(target, span_in(sheet, begin, target.size()));
    return changed.empty() ? changed : "url(" + changed + ")";
  });
}

}  // namespace

std::string look_rules(const model::Look& look) {
  std::string rules = scheme_rule(look.theme);
  if (!look.variables.empty()) {
    rules += ":root{";
    for (const auto& [name, value] : look.variables) {
      rules += fmt::format("--{}:{};", name, value);
    }
    rules += "}";
  }
  return look.colors.empty() ? rules : rules + color_rules(look.colors);
}

std::string join_style_sheets(const std::vector<const base::Source*>& sheets, const model::Look& look,
                              const UrlWriter& write_url, base::Diagnostics& diagnostics) {
  std::string joined;
  for (const base::Source* sheet : sheets) {
    for (CssFault& fault : find_css_faults(sheet->text())) {
      diagnostics.error(span_in(*sheet, fault.offset, 1), "bad-style", std::move(fault.message),
                        std::move(fault.hint));
    }
    joined += minify_sheet(*sheet, write_url);
    if (sheet == sheets.front()) {
      joined += minify_css(look_rules(look));
    }
  }
  return joined;
}

namespace {

struct Themed {
  std::optional<double> light;
  std::optional<double> dark;
};

std::optional<double> luminance_of(std::string_view text) {
  std::optional<model::CssColor> color = model::parse_css_color(text);
  return color ? color->luminance : std::nullopt;
}

// `light-dark(#1f1d1a, #e9e5dd)`; or one colour, which then is that of the light theme.
Themed luminances_of(std::string_view value) {
  constexpr std::string_view kBoth = "light-dark(";
  if (!base::starts_with(value, kBoth) || !base::ends_with(value, ")")) {
    return {luminance_of(value), std::nullopt};
  }
  value = value.substr(kBoth.size(), value.size() - kBoth.size() - 1);
  // The comma between the two stands outside of any brackets.
  int depth = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    depth += value[at] == '(' ? 1 : value[at] == ')' ? -1 : 0;
    if (value[at] == ',' && depth == 0) {
      return {luminance_of(value.substr(0, at)), luminance_of(value.substr(at + 1))};
    }
  }
  return {};
}

// What a sheet says of a colour: the first place that tells both themes, else the first one.
Themed color_of_sheet(std::string_view sheet, std::string_view name) {
  std::string variable = "--" + std::string(name) + ":";
  Themed first;
  for (std::size_t at = sheet.find(variable); at != std::string_view::npos; at = sheet.find(variable, at)) {
    at += variable.size();
    Themed found = luminances_of(base::trim(sheet.substr(at, sheet.find_first_of(";}", at) - at)));
    if (found.light && found.dark) {
      return found;
    }
    first = first.light ? first : found;
  }
  return first;
}

class ContrastCheck {
 public:
  ContrastCheck(const model::Look& look, std::string_view sheet, base::Diagnostics& diagnostics)
      : look_(look), sheet_(sheet), diagnostics_(diagnostics) {}

  void run() {
    for (const char* text : {"accent", "ink", "link", "muted"}) {
      if (look_.theme != model::Theme::Dark) {
        check(text, &model::LookColor::light, &Themed::light, "light");
      }
      if (look_.theme != model::Theme::Light) {
        check(text, &model::LookColor::dark, &Themed::dark, "dark");
      }
    }
  }

 private:
  const model::LookColor* find(std::string_view name) const {
    auto found = std::find_if(look_.colors.begin(), look_.colors.end(),
                              [&](const model::LookColor& color) { return color.name == name; });
    return found == look_.colors.end() ? nullptr : &*found;
  }

  void check(std::string_view text, model::PlacedColor model::LookColor::*side,
             std::optional<double> Themed::*sheet_side, std::string_view theme) {
    const model::LookColor* own_text = find(text);
    const model::LookColor* own_paper = find("paper");
    if (own_text == nullptr && own_paper == nullptr) {
      return;
    }
    std::optional<double> ink =
        own_text == nullptr ? color_of_sheet(sheet_, text).*sheet_side : (own_text->*side).color.luminance;
    std::optional<double> paper = own_paper == nullptr ? color_of_sheet(sheet_, "paper").*sheet_side
                                                       : (own_paper->*side).color.luminance;
    if (!ink || !paper || model::contrast(*ink, *paper) >= kLeastContrast) {
      return;
    }
    base::SourceSpan span = own_text == nullptr ? (own_paper->*side).span : (own_text->*side).span;
    // Cut, not rounded: what is too little must not look like enough.
    double shown = std::floor(model::contrast(*ink, *paper) * 100) / 100;
    diagnostics_.warning(
        span, "low-contrast",
        fmt::format("`{}` on `paper` has a contrast of {:.2f} to 1 in the {} theme", text, shown, theme),
        fmt::format("text is easy to read from {} to 1: take a {} colour", kLeastContrast,
                    *ink < *paper ? "darker" : "lighter"));
  }

  // https://www.w3.org/TR/WCAG22/#contrast-minimum
  static constexpr double kLeastContrast = 4.5;

  const model::Look& look_;
  std::string_view sheet_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void check_contrast(const model::Look& look, std::string_view sheet, base::Diagnostics& diagnostics) {
  ContrastCheck(look, sheet, diagnostics).run();
}

}  // namespace paperboy::pipeline
