#include "pages/feeds.h"
#include "pages/heat_map.h"
#include "pages/paging.h"
#include "pages/series_card.h"
#include "pages/trends.h"

namespace paperboy::pages {

namespace {

std::string_view cadence_name(model::Cadence cadence) {
  switch (cadence) {
    case model::Cadence::Daily:
      return "daily";
    case model::Cadence::Weekly:
      return "weekly";
    case model::Cadence::Monthly:
      return "monthly";
  }
  return "";
}

const std::vector<std::size_t>& editions_of(const model::Archive& archive, const model::Series& series) {
  static const std::vector<std::size_t> none;
  auto found = archive.editions_by_series.find(series.id);
  return found == archive.editions_by_series.end() ? none : found->second;
}

// The years of some editions, newest first, with how many of the editions each has.
std::vector<CountView> years_of(const Catalog& catalog, std::string_view language,
                                const std::vector<std::size_t>& editions) {
  std::vector<CountView> years;
  for (auto edition = editions.rbegin(); edition != editions.rend(); ++edition) {
    int year = catalog.archive.editions[*edition].date.year;
    std::string label = std::to_string(year);
    if (years.empty() || years.back().label != label) {
      years.push_back({label, year_address(catalog, language, year), "", 0});
    }
    ++years.back().count;
  }
  return years;
}

PageView build_series(const Catalog& catalog, const model::Series& series, const std::string& language,
                      const PagedList& list, std::size_t page) {
  SeriesView content;
  content.card = make_series_card(catalog, language, series, 0);
  const std::vector<std::size_t>& editions = editions_of(catalog.archive, series);
  ItemRange shown = list.paging.items(page);
  for (std::size_t item = shown.first; item < shown.last; ++item) {
    content.editions.push_back(&catalog.in(language).card(editions[editions.size() - 1 - item]));
  }
  content.calendar = make_calendar(catalog, language, editions);
  if (list.paging.is_front(page) && !editions.empty()) {
    int newest_year = catalog.archive.editions[editions.back()].date.year;
    content.heat_map = make_heat_year(catalog, language, newest_year, editions);
    content.years = years_of(catalog, language, editions);
    content.charts = series_charts(catalog, language, series);
  }
  content.paging = make_paging_view(catalog, language, list, page);
  std::string description =
      catalog.phrase(language, "series_description",
                     {{"series", content.card.title}, {"count", std::to_string(editions.size())}});
  PageFacts facts{"series", language, content.card.title, description, {home_link(catalog, language)}};
  PageView view =
      make_page_view(catalog, number_facts(catalog, std::move(facts), list, page), list.versions(page));
  if (!editions.empty()) {
    view.date = base::to_string(catalog.archive.editions[editions.back()].date);
  }
  view.feeds = feed_links(catalog, language, FeedScope::Series, series.id);
  view.picture = share_card(catalog, list.front.at(language), content.card.title);
  view.content = std::move(content);
  return view;
}

}  // namespace

SeriesCardView make_series_card(const Catalog& catalog, std::string_view language,
                                const model::Series& series, std::size_t latest) {
  SeriesCardView card;
  card.id = series.id;
  const auto* title = series.title.best(language);
  card.title = title == nullptr ? series.id : title->value;
  std::string nearest = nearest_language(catalog.index.series_languages.at(series.id), language);
  card.address = catalog.addresses.href(catalog.addresses.series(nearest, series));
  if (const auto* description = series.description.best(language)) {
    const auto* html = catalog.texts.markdown(description_text(*description, language));
    card.description = html == nullptr ? nullptr : &html->text.html();
  }
  card.cadence = cadence_name(series.cadence);
  const std::vector<std::size_t>& editions = editions_of(catalog.archive, series);
  card.edition_count = editions.size();
  for (auto edition = editions.rbegin(); edition != editions.rend() && card.latest.size() < latest;
       ++edition) {
    card.latest.push_back(&catalog.in(language).card(*edition));
  }
  return card;
}

std::vector<Page> plan_series_pages(const Catalog& catalog) {
  std::vector<Page> pages;
  for (const model::Series& series : catalog.archive.site.series) {
    Versions versions;
    for (const std::string& language : catalog.index.series_languages.at(series.id)) {
      versions[language] = catalog.addresses.series(language, series);
    }
    auto list = std::make_shared<const PagedList>(
        std::move(versions), editions_of(catalog.archive, series).size(), list_page_size(catalog));
    append_pages(pages, catalog, "series", "", series.span, list,
                 [&catalog, &series, list](const std::string& language, std::size_t page) {
                   return build_series(catalog, series, language, *list, page);
                 });
  }
  return pages;
}

}  // namespace paperboy::pages
