#include "pages/leads.h"

#include <algorithm>

namespace paperboy::pages {

namespace {

// Fewer papers than this can be seen at a glance.
constexpr std::size_t kFewestPapers = 6;

TopPickView view_of(const Catalog& catalog, const std::vector<EntryView>& entries, const model::TopPick& pick,
                    const std::string& language) {
  TopPickView view;
  view.title = pick.title;
  const auto* reason = catalog.texts.markdown(edition_text(pick.reason, "pick", language));
  view.reason = reason == nullptr ? nullptr : &reason->html;
  for (const EntryView& entry : entries) {
    if (pick.paper && entry.paper->id == pick.paper->canonical()) {
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

std::vector<TopPickView> best_entries(const std::vector<EntryView>& entries, std::size_t most) {
  std::vector<const EntryView*> chosen;
  for (const EntryView& entry : entries) {
    if (!entry.total.empty() || entry.matched_by_author) {
      chosen.push_back(&entry);
    }
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const EntryView* a, const EntryView* b) { return a->rank < b->rank; });
  chosen.resize(std::min(chosen.size(), most));
  std::vector<TopPickView> leads;
  for (const EntryView* entry : chosen) {
    leads.push_back({std::string(entry->paper->plain_title), "#" + entry->anchor, entry, nullptr});
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
      views.push_back(view_of(catalog, catalog.in(language).entries(edition), pick, language));
    }
  }
  return views;
}

std::vector<TopPickView> choose_leads(const Catalog& catalog, std::size_t edition,
                                      const std::string& language, std::size_t most) {
  std::vector<TopPickView> leads = top_picks(catalog, edition, language);
  const std::vector<EntryView>& entries = catalog.in(language).entries(edition);
  if (leads.empty() && entries.size() >= kFewestPapers) {
    leads = best_entries(entries, most);
  }
  leads.resize(std::min(leads.size(), most));
  return leads;
}

}  // namespace paperboy::pages
