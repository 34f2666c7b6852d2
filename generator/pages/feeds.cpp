#include "pages/feeds.h"

#include <algorithm>

#include "pages/page.h"
#include "pages/series_card.h"

namespace paperboy::pages {

namespace {

constexpr FeedFormat kFormats[] = {FeedFormat::Atom, FeedFormat::Rss, FeedFormat::Json};

std::string site_title(const Catalog& catalog, std::string_view language) {
  const auto* title = catalog.archive.site.title.best(language);
  return title == nullptr ? std::string() : title->value;
}

Feed site_feed(const Catalog& catalog, const std::string& language) {
  std::string title = site_title(catalog, language);
  return {FeedScope::Site, "", language, title, title, catalog.addresses.home(language)};
}

Feed feed_about(const Catalog& catalog, FeedScope scope, const std::string& id, const std::string& language,
                const std::string& label, std::string page) {
  return {scope, id, language, label + " · " + site_title(catalog, language), label, std::move(page)};
}

bool holds(const std::vector<std::string>& languages, std::string_view language) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

void add_series_feeds(const Catalog& catalog, const std::string& language, std::vector<Feed>& feeds) {
  for (const model::Series& series : catalog.archive.site.series) {
    if (holds(series_languages(catalog.archive, series), language)) {
      const auto* title = series.title.best(language);
      feeds.push_back(feed_about(catalog, FeedScope::Series, series.id, language,
                                 title == nullptr ? series.id : title->value,
                                 catalog.addresses.series(language, series)));
    }
  }
}

void add_topic_feeds(const Catalog& catalog, const std::string& language, std::vector<Feed>& feeds) {
  for (const model::Topic& topic : catalog.archive.site.topics) {
    auto found = catalog.index.topics.find(topic.id);
    if (found != catalog.index.topics.end() &&
        holds(languages_of_appearances(catalog.archive, found->second), language)) {
      const auto* label = topic.label.best(language);
      feeds.push_back(feed_about(catalog, FeedScope::Topic, topic.id, language,
                                 label == nullptr ? topic.id : label->value,
                                 catalog.addresses.topic(language, topic.id)));
    }
  }
}

void add_links(const Catalog& catalog, const Feed& feed, std::vector<FeedLinkView>& links) {
  for (const FeedFormat format : kFormats) {
    links.push_back(
        {feed.title, catalog.addresses.href(feed.address(format)), std::string(media_type(format))});
  }
}

}  // namespace

std::string Feed::address(FeedFormat format) const {
  switch (format) {
    case FeedFormat::Atom:
      return page + "feed.xml";
    case FeedFormat::Rss:
      return page + "rss.xml";
    case FeedFormat::Json:
      return page + "feed.json";
  }
  return page;
}

std::string_view media_type(FeedFormat format) {
  switch (format) {
    case FeedFormat::Atom:
      return "application/atom+xml";
    case FeedFormat::Rss:
      return "application/rss+xml";
    case FeedFormat::Json:
      return "application/feed+json";
  }
  return "";
}

std::vector<Feed> list_feeds(const Catalog& catalog) {
  std::vector<Feed> feeds;
  for (const std::string& language : catalog.archive.site.languages) {
    feeds.push_back(site_feed(catalog, language));
    add_series_feeds(catalog, language, feeds);
    add_topic_feeds(catalog, language, feeds);
  }
  return feeds;
}

std::vector<FeedLinkView> feed_links(const Catalog& catalog, std::string_view language, FeedScope scope,
                                     std::string_view id) {
  std::vector<Feed> own;
  const std::string in(language);
  if (scope == FeedScope::Series) {
    add_series_feeds(catalog, in, own);
  } else if (scope == FeedScope::Topic) {
    add_topic_feeds(catalog, in, own);
  }
  std::vector<FeedLinkView> links;
  for (const Feed& feed : own) {
    if (feed.id == id) {
      add_links(catalog, feed, links);
    }
  }
  add_links(catalog, site_feed(catalog, in), links);
  return links;
}

}  // namespace paperboy::pages
