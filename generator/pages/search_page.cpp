#include "pages/page.h"

namespace paperboy::pages {

std::vector<Page> plan_search_pages(const Catalog& catalog) {
  Versions versions;
  for (const std::string& language : catalog.archive.site.languages) {
    versions[language] = catalog.addresses.search(language);
  }
  std::vector<Page> pages;
  for (const auto& [language, address] : versions) {
    pages.push_back({"search", language, address, {}, address, [&catalog, language = language, versions] {
                       return make_page_view(catalog,
                                             {"search",
                                              language,
                                              catalog.phrase(language, "search"),
                                              catalog.phrase(language, "search_description"),
                                              {home_link(catalog, language)}},
                                             versions);
                     }});
  }
  return pages;
}

}  // namespace paperboy::pages
