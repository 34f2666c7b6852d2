#include "pages/page.h"

namespace paperboy::pages {

namespace {

using AddressIn = std::string (Addresses::*)(std::string_view language) const;

// Pages that layout and script fill: there is one in every language, and its words are the phrases `kind` and
// `kind`_description.
std::vector<Page> plan_script_pages(const Catalog& catalog, const std::string& kind, AddressIn address_in) {
  Versions versions;
  for (const std::string& language : catalog.archive.site.languages) {
    versions[language] = (catalog.addresses.*address_in)(language);
  }
  std::vector<Page> pages;
  for (const auto& [language, address] : versions) {
    pages.push_back({kind, language, address, {}, address, [&catalog, kind, language = language, versions] {
                       return make_page_view(catalog,
                                             {kind,
                                              language,
                                              catalog.phrase(language, kind),
                                              catalog.phrase(language, kind + "_description"),
                                              {home_link(catalog, language)}},
                                             versions);
                     }});
  }
  return pages;
}

}  // namespace

std::vector<Page> plan_reading_list_pages(const Catalog& catalog) {
  return plan_script_pages(catalog, "reading_list", &Addresses::reading_list);
}

std::vector<Page> plan_search_pages(const Catalog& catalog) {
  return plan_script_pages(catalog, "search", &Addresses::search);
}

}  // namespace paperboy::pages
