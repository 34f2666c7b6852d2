#include "pages/page.h"

namespace paperboy::pages {

std::vector<Page> plan_reading_list_pages(const Catalog& catalog) {
  Versions versions;
  for (const std::string& language : catalog.archive.site.languages) {
    versions[language] = catalog.addresses.reading_list(language);
  }
  std::vector<Page> pages;
  for (const auto& [language, address] : versions) {
    pages.push_back(
        {"reading_list", language, address, {}, address, [&catalog, language = language, versions] {
           return make_page_view(catalog,
                                 {"reading_list",
                                  language,
                                  catalog.phrase(language, "reading_list"),
                                  catalog.phrase(language, "reading_list_description"),
                                  {home_link(catalog, language)}},
                                 versions);
         }});
  }
  return pages;
}

}  // namespace paperboy::pages
