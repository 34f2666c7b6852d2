#include "pages/citation_files.h"
#include "pages/feeds.h"
#include "pages/heat_map.h"
#include "pages/leads.h"
#include "pages/series_card.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kLatestEditions = 5;
constexpr std::size_t kLeads = 4;
constexpr std::size_t kHeadlines = 3;

std::vector<CountView> topic_counts(const Catalog& catalog, std::string_view language) {
  std::vector<CountView> counts;
  for (const model::Topic& topic : catalog.archive.site.topics) {
    auto found = catalog.index.topics.find(topic.id);
    if (found != catalog.index.topics.end()) {
      counts.push_back(topic_count(catalog, language, topic, found->second.size()));
    }
  }
  return counts;
}

// The newest published edition of each series, newest first.
std::vector<std::size_t> newest_editions(const model::Archive& archive) {
  std::vector<std::size_t> newest;
  for (const auto& [series, editions] : archive.editions_by_series) {
    auto published = std::find_if(editions.rbegin(), editions.rend(), [&](std::size_t edition) {
      return archive.editions[edition].state == model::EditionState::Published;
    });
    if (published != editions.rend()) {
      newest.push_back(*published);
    }
  }
  std::sort(newest.rbegin(), newest.rend());
  return newest;
}

std::optional<FrontView> choose_front(const Catalog& catalog, const std::string& language) {
  for (std::size_t edition : newest_editions(catalog.archive)) {
    FrontView front;
    for (TopPickView& lead : choose_leads(catalog, edition, language, kLeads)) {
      if (lead.entry != nullptr) {
        lead.address = lead.entry->address;
        front.leads.push_back(std::move(lead));
      }
    }
    if (!front.leads.empty()) {
      front.edition = &catalog.in(language).card(edition);
      front.picked = !top_picks(catalog, edition, language).empty();
      return front;
    }
  }
  return std::nullopt;
}

// The first papers of each series' newest published edition.
void add_headlines(const Catalog& catalog, const std::string& language, HomeView& view) {
  for (std::size_t edition : newest_editions(catalog.archive)) {
    for (SeriesCardView& series : view.series) {
      if (series.id != catalog.archive.editions[edition].series) {
        continue;
      }
      const std::size_t left = kHeadlines - series.headlines.size();
      for (const EntryView* entry : catalog.in(language).first_entries(edition, left)) {
        series.headlines.push_back(entry);
      }
    }
  }
}

HomeView build_home(const Catalog& catalog, const std::string& language) {
  HomeView view;
  for (const model::Series& series : catalog.archive.site.series) {
    view.series.push_back(make_series_card(catalog, language, series, kLatestEditions));
  }
  view.front = choose_front(catalog, language);
  add_headlines(catalog, language, view);
  view.topics = topic_counts(catalog, language);
  for (auto year = catalog.index.years.rbegin(); year != catalog.index.years.rend(); ++year) {
    view.years.push_back(
        {std::to_string(year->first), year_address(catalog, language, year->first), "", year->second.size()});
  }
  for (auto month = catalog.index.months.rbegin(); month != catalog.index.months.rend(); ++month) {
    view.months.push_back({base::to_string(month->first), month_address(catalog, language, month->first), "",
                           month->second.size()});
  }
  if (!catalog.index.years.empty()) {
    view.heat_map =
        make_heat_year(catalog, language, catalog.index.years.rbegin()->first, all_editions(catalog.archive));
  }
  return view;
}

}  // namespace

std::vector<Page> plan_home_pages(const Catalog& catalog) {
  Versions versions;
  for (const std::string& language : catalog.archive.site.languages) {
    versions[language] = catalog.addresses.home(language);
  }
  std::vector<Page> pages;
  for (const auto& [language, address] : versions) {
    pages.push_back(
        {"home", language, address, {}, "", [&catalog, language = language, versions] {
           const model::Site& site = catalog.archive.site;
           const auto* title = site.title.best(language);
           const auto* description = site.description.best(language);
           PageView view = make_page_view(
               catalog,
               {"home", language, title->value, description == nullptr ? "" : description->value, {}},
               versions);
           view.content = build_home(catalog, language);
           view.feeds = feed_links(catalog, language, FeedScope::Site);
           view.citations = CitationFilesView{catalog.addresses.href(kAllCitations), "", ""};
           return view;
         }});
  }
  return pages;
}

std::vector<Page> plan_not_found_pages(const Catalog& catalog) {
  Versions versions;
  for (const std::string& language : catalog.archive.site.languages) {
    versions[language] = catalog.addresses.not_found(language);
  }
  std::vector<Page> pages;
  for (const auto& [language, address] : versions) {
    pages.push_back({"not_found", language, address, {}, "", [&catalog, language = language, versions] {
                       PageView view = make_page_view(catalog,
                                                      {"not_found",
                                                       language,
                                                       catalog.phrase(language, "not_found"),
                                                       catalog.phrase(language, "not_found_text"),
                                                       {}},
                                                      versions);
                       NotFoundView content;
                       const LanguageCatalog& views = catalog.in(language);
                       std::size_t count = std::min(kLatestEditions, catalog.archive.editions.size());
                       for (std::size_t place = 1; place <= count; ++place) {
                         content.latest.push_back(&views.card(catalog.archive.editions.size() - place));
                       }
                       view.content = std::move(content);
                       return view;
                     }});
  }
  return pages;
}

}  // namespace paperboy::pages
