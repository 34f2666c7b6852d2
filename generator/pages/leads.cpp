#include "pages/leads.h"

#include <algorithm>

namespace paperboy::pages {

namespace {

// Fewer papers than this can be seen at a glance.
constexpr std::size_t kFewestPapers = 6;

TopPickView view_of(const Catalog& catalog, std::size_t edition, const model::TopPick& pick,
                    const std::string& language) {
  const std::vector<model::Entry>& entries = catalog.archive.editions[edition].entries;
  TopPickView view;
  view.title = pick.title;
  const auto* reason = catalog.texts.markdown(edition_text(pick.reason, "pick", language));
  view.reason = reason == nullptr ? nullptr : &reason->text.html();
  for (std::size_t place = 0; place < entries.size(); ++place) {
    if (pick.paper && entries[place].paper.id == *pick.paper) {
      const EntryView& entry = catalog.in(language).entry({edition, place});
      view.entry = &entry;
      view.address = "#" + entry.anchor;
      if (view.title.empty() && entry.title.text != nullptr) {
        view.title = entry.title.text->plain();
      }
    }
  }
  if (view.title.empty()) {
    view.title = pick.given;
  }
  return view;
}

std::vector<TopPickView> best_entries(const LanguageCatalog& views, const model::Archive& archive,
                                      std::size_t edition, std::size_t most) {
  const std::vector<model::Entry>& entries = archive.editions[edition].entries;
  std::vector<std::size_t> chosen;
  for (std::size_t place = 0; place < entries.size(); ++place) {
    if (entries[place].total || entries[place].matched_by == model::MatchedBy::Author) {
      chosen.push_back(place);
    }
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].rank < entries[b].rank; });
  chosen.resize(std::min(chosen.size(), most));
  std::vector<TopPickView> leads;
  for (const std::size_t place : chosen) {
    const EntryView& entry = views.entry({edition, place});
    leads.push_back({std::string(entry.paper->plain_title), "#" + entry.anchor, &entry, nullptr});
  }
  return leads;
}

}  // namespace

std::vector<TopPickView> top_picks(const Catalog& catalog, std::size_t edition, const std::string& language) {
  EditionWords words(catalog.archive.editions[edition], language);
  const std::vector<model::TopPick>* picks = words.first(
      [](const model::EditionText& text) { return text.top_picks.empty() ? nullptr : &text.top_picks; });
  std::vector<TopPickView> views;
  if (picks != nullptr) {
    for (const model::TopPick& pick : *picks) {
      views.push_back(view_of(catalog, edition, pick, language));
    }
  }
  return views;
}

std::vector<TopPickView> choose_leads(const Catalog& catalog, std::size_t edition,
                                      const std::string& language, std::size_t most) {
  std::vector<TopPickView> leads = top_picks(catalog, edition, language);
  if (leads.empty() && catalog.archive.editions[edition].entries.size() >= kFewestPapers) {
    leads = best_entries(catalog.in(language), catalog.archive, edition, most);
  }
  leads.resize(std::min(leads.size(), most));
  return leads;
}

}  // namespace paperboy::pages
