#include "pages/feeds.h"
#include "pages/page.h"

namespace paperboy::pages {

namespace {

FeedSetView set_of(const Catalog& catalog, const Feed& feed, std::string_view page_language) {
  const auto here = [&](FeedFormat format) { return catalog.addresses.href(feed.address(format)); };
  std::string language = feed.language == page_language ? "" : language_tag(feed.language);
  return {{feed.label, catalog.addresses.href(feed.page), std::move(language), false},
          here(FeedFormat::Atom),
          here(FeedFormat::Rss),
          here(FeedFormat::Json)};
}

FeedsPageView build_feeds(const Catalog& catalog, std::string_view language) {
  FeedsPageView view;
  for (const Feed& feed : list_feeds(catalog)) {
    if (feed.scope == FeedScope::Site) {
      const auto place = feed.language == language ? view.site.begin() : view.site.end();
      view.site.insert(place, set_of(catalog, feed, language));
    } else if (feed.language == language) {
      (feed.scope == FeedScope::Series ? view.series : view.topics)
          .push_back(set_of(catalog, feed, language));
    }
  }
  view.opml_address = catalog.addresses.href("/feeds.opml");
  return view;
}

}  // namespace

std::vector<Page> plan_feeds_pages(const Catalog& catalog) {
  Versions versions;
  for (const std::string& language : catalog.archive.site.languages) {
    versions[language] = catalog.addresses.feeds(language);
  }
  std::vector<Page> pages;
  for (const auto& [language, address] : versions) {
    pages.push_back({"feeds_page", language, address, {}, address, [&catalog, language = language, versions] {
                       PageView view = make_page_view(catalog,
                                                      {"feeds_page",
                                                       language,
                                                       catalog.phrase(language, "feeds"),
                                                       catalog.phrase(language, "feeds_description"),
                                                       {home_link(catalog, language)}},
                                                      versions);
                       view.content = build_feeds(catalog, language);
                       view.feeds = feed_links(catalog, language, FeedScope::Site);
                       return view;
                     }});
  }
  return pages;
}

}  // namespace paperboy::pages
