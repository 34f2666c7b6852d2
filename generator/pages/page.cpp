#include "pages/page.h"

#include <algorithm>

#include "base/text.h"

namespace paperboy::pages {

PageView make_page_view(const Catalog& catalog, PageFacts facts, const Versions& versions) {
  // https://www.sitemaps.org and search engines cut descriptions near this length.
  constexpr std::size_t kDescriptionLength = 160;
  PageView view;
  const std::string& address = versions.at(facts.language);
  view.kind = std::move(facts.kind);
  view.address = catalog.addresses.href(address);
  view.url = catalog.addresses.url(address);
  view.title = base::collapse_spaces(facts.title);
  view.description = base::shorten(base::collapse_spaces(facts.description), kDescriptionLength);
  view.breadcrumbs = std::move(facts.breadcrumbs);
  for (const std::string& language : catalog.archive.site.languages) {
    auto version = versions.find(language);
    if (version != versions.end() && versions.size() > 1) {
      view.alternates.push_back({catalog.phrase(language, "language_name"),
                                 catalog.addresses.href(version->second), language_tag(language),
                                 language == facts.language});
    }
  }
  view.language_tag = language_tag(facts.language);
  view.language = std::move(facts.language);
  return view;
}

LinkView phrase_link(const Catalog& catalog, std::string_view language, std::string_view key,
                     std::string_view address) {
  return {catalog.phrase(language, key), catalog.addresses.href(address), "", false};
}

LinkView home_link(const Catalog& catalog, std::string_view language) {
  return phrase_link(catalog, language, "home", catalog.addresses.home(language));
}

std::string nearest_language(const std::vector<std::string>& languages, std::string_view wanted) {
  bool exists = std::find(languages.begin(), languages.end(), wanted) != languages.end();
  return exists || languages.empty() ? std::string(wanted) : languages.front();
}

}  // namespace paperboy::pages
