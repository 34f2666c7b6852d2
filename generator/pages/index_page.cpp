#include "pages/page.h"
#include "pages/paper_lists.h"
#include "pages/series_card.h"

namespace paperboy::pages {

namespace {

using ListItems = std::vector<CountView> (*)(const Catalog& catalog, const std::string& language);

std::vector<CountView> topic_items(const Catalog& catalog, const std::string& language) {
  std::vector<CountView> items;
  for (const model::Topic& topic : catalog.archive.site.topics) {
    auto found = catalog.index.topics.find(topic.id);
    if (found != catalog.index.topics.end()) {
      items.push_back(topic_count(catalog, language, topic, found->second.size()));
    }
  }
  return items;
}

std::vector<CountView> source_items(const Catalog& catalog, const std::string& language) {
  std::vector<CountView> items;
  for (const auto& [key, record] : catalog.index.sources) {
    std::string nearest = nearest_language(languages_of_papers(catalog, record.papers), language);
    items.push_back({record.source, catalog.addresses.href(catalog.addresses.source(nearest, record.source)),
                     "", record.papers.size()});
  }
  return items;
}

std::vector<Page> plan_index(const Catalog& catalog, std::string name, ListItems list) {
  if (list(catalog, catalog.archive.site.default_language()).empty()) {
    return {};
  }
  Versions versions;
  for (const std::string& language : catalog.archive.site.languages) {
    versions[language] = catalog.addresses.index(language, name);
  }
  std::vector<Page> pages;
  for (const auto& [language, address] : versions) {
    pages.push_back(
        {"index", language, address, {}, address, [&catalog, name, list, language = language, versions] {
           PageView view = make_page_view(catalog,
                                          {"index",
                                           language,
                                           catalog.phrase(language, name),
                                           catalog.phrase(language, name + "_description"),
                                           {home_link(catalog, language)}},
                                          versions);
           view.content = IndexView{name, list(catalog, language), {}, {}};
           return view;
         }});
  }
  return pages;
}

}  // namespace

std::vector<Page> plan_index_pages(const Catalog& catalog) {
  std::vector<Page> pages = plan_index(catalog, "topics", topic_items);
  for (Page& page : plan_index(catalog, "sources", source_items)) {
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace paperboy::pages
