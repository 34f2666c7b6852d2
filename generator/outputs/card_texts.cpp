#include "outputs/card_texts.h"

#include <algorithm>

#include "base/text.h"
#include "pages/catalog.h"

namespace paperboy::outputs {

namespace {

constexpr std::string_view kBetween = " · ";

// The colours of assets/style.css in its dark theme; a card's own defaults are those of the light one.
constexpr cards::Colors kDark{0x161513, 0xebe7de, 0xaca598, 0x3f3b34, 0xff9d85};

cards::Colors colors_of(const model::Look& look) {
  const bool is_dark = look.theme == model::Theme::Dark;
  cards::Colors colors = is_dark ? kDark : cards::Colors();
  const std::pair<std::string_view, std::uint32_t*> places[] = {{"paper", &colors.paper},
                                                                {"ink", &colors.ink},
                                                                {"muted", &colors.muted},
                                                                {"line", &colors.line},
                                                                {"accent", &colors.accent}};
  for (const model::LookColor& color : look.colors) {
    for (const auto& [name, place] : places) {
      if (name == color.name) {
        *place = (is_dark ? color.dark : color.light).color.rgb.value_or(*place);
      }
    }
  }
  return colors;
}

// The families in `"Noto Serif", "Songti SC", serif`; what stands without quotes is no family.
std::vector<std::string> families_of(const model::Look& look) {
  std::vector<std::string> families;
  for (const auto& [name, value] : look.variables) {
    if (name != "serif") {
      continue;
    }
    for (const std::string_view part : base::split(value, ',')) {
      const std::string_view family = base::trim(part);
      if (family.size() > 2 && family.front() == '"') {
        families.emplace_back(family.substr(1, family.size() - 2));
      }
    }
  }
  return families;
}

cards::Card framed(const CardFrame& frame) {
  cards::Card card;
  card.language = pages::language_tag(frame.language);
  card.masthead.text = frame.site_title;
  card.colors = frame.colors;
  card.fonts = frame.fonts;
  return card;
}

cards::Passage title_of(const pages::EntryView& entry) {
  return entry.title.text == nullptr
             ? cards::Passage{std::string(entry.paper->plain_title), entry.paper->title.language}
             : cards::Passage{std::string(entry.title.text->plain()), entry.title.language};
}

// A curator's title is often a nickname that says little to who was not there yet. Where it speaks the
// reader's language and the paper does not, it says more.
cards::Passage title_of(const pages::TopPickView& pick, std::string_view language) {
  cards::Passage given = {pick.title, pages::foreign_language(pick.title, "", language)};
  if (pick.entry == nullptr) {
    return given;
  }
  cards::Passage full = title_of(*pick.entry);
  return given.language.empty() && !full.language.empty() ? given : full;
}

std::string facts_of(const CardFrame& frame, const EditionTexts& edition) {
  if (edition.card.paper_count == 0) {
    return frame.phrases.text("state_" + edition.card.state, {}, std::nullopt).value_or("");
  }
  const auto count = static_cast<std::int64_t>(edition.card.paper_count);
  std::vector<std::string> facts = edition.themes;
  facts.insert(facts.begin(),
               frame.phrases.text("papers_count", {{"count", std::to_string(count)}}, count).value_or(""));
  return base::join(facts, kBetween);
}

}  // namespace

CardFrame card_frame(const model::Site& site, const pages::Phrases& phrases, std::string_view language) {
  const auto* title = site.title.best(language);
  return {std::string(language), title == nullptr ? "" : title->value, phrases, colors_of(site.look),
          families_of(site.look)};
}

cards::Card edition_card(const CardFrame& frame, const EditionTexts& edition) {
  cards::Card card = framed(frame);
  card.mark.text = pages::date_text(frame.phrases, "date_long", edition.date);
  card.title = {edition.card.title, edition.card.language};
  // A title that names its series says it once.
  if (edition.card.title.find(edition.card.series_title) == std::string::npos) {
    card.kicker.text = edition.card.series_title;
  }
  card.facts.text = facts_of(frame, edition);
  for (const pages::TopPickView& pick : edition.leads) {
    card.titles.push_back(title_of(pick, frame.language));
  }
  if (card.titles.empty()) {
    for (const pages::EntryView* entry : edition.first_entries) {
      card.titles.push_back(title_of(*entry));
    }
  }
  card.titles.resize(std::min(card.titles.size(), cards::kMostTitles));
  return card;
}

cards::Card list_card(const CardFrame& frame, const ListTexts& list) {
  cards::Card card = framed(frame);
  if (!list.masthead.empty()) {
    card.masthead.text = list.masthead;
  }
  if (list.newest) {
    card.mark.text = pages::date_text(frame.phrases, "date_long", *list.newest);
  }
  card.kicker.text = list.kicker;
  card.title = {list.title, list.title_language};
  card.facts.text = list.facts;
  card.text = {list.description, list.description_language};
  for (const pages::EntryView* entry : list.entries) {
    card.titles.push_back(title_of(*entry));
  }
  card.titles.resize(std::min(card.titles.size(), cards::kMostTitles));
  return card;
}

}  // namespace paperboy::outputs
