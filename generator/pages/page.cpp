#include "pages/page.h"

#include <algorithm>

#include "base/text.h"
#include "cards/card.h"

namespace paperboy::pages {

namespace {

// The Open Graph protocol wants a country with every language.
std::string locale_of(std::string_view language) {
  constexpr std::pair<std::string_view, std::string_view> kLocales[] = {
      {"en", "en_US"}, {"zh", "zh_CN"}, {"zh-hans", "zh_CN"}, {"zh-hant", "zh_TW"}};
  const std::string wanted = base::to_lower_ascii(language);
  for (const auto& [known, locale] : kLocales) {
    if (known == wanted) {
      return std::string(locale);
    }
  }
  return "";
}

}  // namespace

std::string card_address(std::string_view page) {
  return file_beside(page, "card.png");
}

std::optional<PictureView> share_card(const Catalog& catalog, std::string_view page, std::string title) {
  if (!catalog.archive.site.look.show.cards) {
    return std::nullopt;
  }
  return PictureView{catalog.addresses.url(card_address(page)), cards::kCardWidth, cards::kCardHeight,
                     std::move(title)};
}

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
  if (view.kind != "paper") {
    const auto* site_title = catalog.archive.site.title.best(facts.language);
    view.picture = share_card(catalog, catalog.addresses.home(facts.language),
                              site_title == nullptr ? view.title : site_title->value);
  }
  view.language_tag = language_tag(facts.language);
  view.locale = locale_of(facts.language);
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
