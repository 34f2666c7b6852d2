#include "cards/card_keys.h"

#include "base/text.h"
#include "cards/fonts.h"
#include "cards/painter.h"
#include "cards/png.h"

namespace paperboy::cards {

namespace {

// With its length, so that no two lists of texts look alike.
void append(std::string& key, const std::string& text) {
  key += std::to_string(text.size()) + ":" + text + "\n";
}

}  // namespace

std::string CardKeys::key_of(const Card& card) {
  std::string key = drawing_version() + "\n" + encoder_version() + "\n";
  const auto add_passage = [&](const Passage& passage) {
    const std::string& language = passage.language.empty() ? card.language : passage.language;
    append(key, passage.text);
    append(key, language);
    append(key, fonts_for(language, card.fonts));
  };
  for (const Passage* passage :
       {&card.masthead, &card.mark, &card.kicker, &card.title, &card.facts, &card.text}) {
    add_passage(*passage);
  }
  for (const Passage& title : card.titles) {
    add_passage(title);
  }
  for (const std::uint32_t color :
       {card.colors.paper, card.colors.ink, card.colors.muted, card.colors.line, card.colors.accent}) {
    append(key, std::to_string(color));
  }
  for (const std::string& font : card.fonts) {
    append(key, font);
  }
  return key;
}

const std::string& CardKeys::fonts_for(const std::string& language, const std::vector<std::string>& wanted) {
  const auto [place, is_new] = fonts_.try_emplace(language + "\n" + base::join(wanted, "\n"));
  if (is_new) {
    place->second = resolved_fonts(language, wanted);
  }
  return place->second;
}

}  // namespace paperboy::cards
