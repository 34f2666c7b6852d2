#include "pipeline/card_fonts.h"

#include "base/text.h"
#include "cards/fonts.h"
#include "pages/catalog.h"

namespace paperboy::pipeline {

void check_card_fonts(model::Site& site, base::Diagnostics& diagnostics) {
  if (!site.look.show.cards) {
    return;
  }
  std::vector<std::string> missing;
  for (const std::string& language : site.languages) {
    if (!cards::has_font_for(pages::language_tag(language))) {
      missing.push_back("`" + language + "`");
    }
  }
  if (missing.empty()) {
    return;
  }
  site.look.show.cards = false;
  base::Diagnostic warning;
  warning.severity = base::Severity::Warning;
  warning.code = "no-fonts";
  warning.message = "no share cards are drawn: this machine has no font for " + base::join(missing, ", ");
  warning.path = "content/site.yaml";
  warning.hint =
      "install fonts (on Debian fonts-sil-charis and fonts-noto-cjk), or do without cards: "
      "`look: {show: {cards: false}}`";
  diagnostics.add(std::move(warning));
}

}  // namespace paperboy::pipeline
