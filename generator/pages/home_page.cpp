#include "pages/heat_map.h"
#include "pages/series_card.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kLatestEditions = 5;

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

HomeView build_home(const Catalog& catalog, const std::string& language) {
  HomeView view;
  for (const model::Series& series : catalog.archive.site.series) {
    view.series.push_back(make_series_card(catalog, language, series, kLatestEditions));
  }
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
                       std::size_t count = std::min(kLatestEditions, views.cards.size());
                       for (std::size_t place = 1; place <= count; ++place) {
                         content.latest.push_back(&views.cards[views.cards.size() - place]);
                       }
                       view.content = std::move(content);
                       return view;
                     }});
  }
  return pages;
}

}  // namespace paperboy::pages
