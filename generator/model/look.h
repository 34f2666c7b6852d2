#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "model/css_color.h"
#include "model/localized.h"

namespace paperboy::model {

struct PlacedColor {
  CssColor color;
  base::SourceSpan span;
};

// A colour of the pages in both themes. One that was given once is the same in both.
struct LookColor {
  std::string name;  // the variable of the style sheet without "--": "accent"
  PlacedColor light;
  PlacedColor dark;
};

// Auto: as the reader's system, or the reader, wants it.
enum class Theme { Auto, Light, Dark };

struct AssetName {
  std::string name;  // below assets/: "logo.svg"
  base::SourceSpan span;
};

struct Logo {
  AssetName file;
  Localized<std::string> alt;  // empty: the picture says nothing that the title does not
  bool with_title = true;      // whether the title of the site stands beside it
};

// What pages show of what is there.
struct Show {
  bool abstracts = true;
  bool affiliations = true;
  bool authors = true;
  bool calendar = true;
  bool cards = true;
  bool charts = true;
  bool files = true;
  bool heat_map = true;
  bool keywords = true;
  bool prompts = true;
  bool related = true;
  bool run_table = true;
  bool scores = true;
  bool topic_coverage = true;
};
inline constexpr std::array<std::pair<std::string_view, bool Show::*>, 14> kShowNames{{
    {"abstracts", &Show::abstracts},
    {"affiliations", &Show::affiliations},
    {"authors", &Show::authors},
    {"calendar", &Show::calendar},
    {"cards", &Show::cards},
    {"charts", &Show::charts},
    {"files", &Show::files},
    {"heat_map", &Show::heat_map},
    {"keywords", &Show::keywords},
    {"prompts", &Show::prompts},
    {"related", &Show::related},
    {"run_table", &Show::run_table},
    {"scores", &Show::scores},
    {"topic_coverage", &Show::topic_coverage},
}};

// `look` in site.yaml: what pages look like, as far as it is not what the style sheet says.
struct Look {
  std::vector<LookColor> colors;  // in the order of kColorNames
  // Other variables of the style sheet with their values: "measure" → "44rem", "serif" → "\"Noto Serif\",
  // serif".
  std::vector<std::pair<std::string, std::string>> variables;
  Theme theme = Theme::Auto;
  std::optional<Logo> logo;
  Show show;
  // Style sheets that follow the program's; none: extra.css where the archive has one.
  std::optional<std::vector<AssetName>> styles;
};

inline constexpr std::array<std::string_view, 8> kColorNames = {"accent", "ink",   "line",   "link",
                                                                "muted",  "paper", "raised", "tint"};

}  // namespace paperboy::model
