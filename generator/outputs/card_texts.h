#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cards/card.h"
#include "model/site.h"
#include "pages/phrases.h"
#include "pages/view.h"

// What stands on share cards: from what pages show of a thing to the texts of its picture.
namespace paperboy::outputs {

// What all cards of a site in one language have in common.
struct CardFrame {
  std::string language;  // "zh"
  std::string site_title;
  const pages::Phrases& phrases;
  cards::Colors colors;
  std::vector<std::string> fonts;
};
CardFrame card_frame(const model::Site& site, const pages::Phrases& phrases, std::string_view language);

// An edition with the titles it leads with, else those of its first papers.
struct EditionTexts {
  const pages::EditionCardView& card;
  base::Date date;
  std::vector<std::string> themes;
  std::vector<pages::TopPickView> leads;
  std::vector<const pages::EntryView*> first_entries;
};
cards::Card edition_card(const CardFrame& frame, const EditionTexts& edition);

// A page about more than one edition: a topic, a series, the whole site.
struct ListTexts {
  std::string masthead;  // empty: the site's title
  std::string kicker;
  std::string title;
  std::string title_language;  // where it differs
  std::string facts;
  std::string description;
  std::string description_language;              // where it differs
  std::optional<base::Date> newest;              // date of its newest edition
  std::vector<const pages::EntryView*> entries;  // the first few of its papers
};
cards::Card list_card(const CardFrame& frame, const ListTexts& list);

}  // namespace paperboy::outputs
