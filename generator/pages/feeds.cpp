#include "pages/feeds.h"

#include <algorithm>
#include <optional>

#include "pages/page.h"

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

std::optional<Feed> series_feed(const Catalog& catalog, const model::Series& series,
                                const std::string& language) {
  if (!holds(catalog.index.series_languages.at(series.id), language)) {
    return std::nullopt;
  }
  const auto* title = series.title.best(language);
  return feed_about(catalog, FeedScope::Series, series.id, language,
                    title == nullptr ? series.id : title->value, catalog.addresses.series(language, series));
}

std::optional<Feed> topic_feed(const Catalog& catalog, const model::Topic& topic,
                               const std::string& language) {
  const auto found = catalog.index.topics.find(topic.id);
  if (found == catalog.index.topics.end() ||
      !holds(languages_of_appearances(catalog.archive, found->second), language)) {
    return std::nullopt;
  }
  const auto* label = topic.label.best(language);
  return feed_about(catalog, FeedScope::Topic, topic.id, language, label == nullptr ? topic.id : label->value,
                    catalog.addresses.topic(language, topic.id));
}

std::optional<Feed> own_feed(const Catalog& catalog, const std::string& language, FeedScope scope,
                             std::string_view id) {
  const model::Site& site = catalog.archive.site;
  const model::Series* series = scope == FeedScope::Series ? site.find_series(id) : nullptr;
  const model::Topic* topic = scope == FeedScope::Topic ? site.find_topic(id) : nullptr;
  return series != nullptr  ? series_feed(catalog, *series, language)
         : topic != nullptr ? topic_feed(catalog, *topic, language)
                            : std::nullopt;
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
  const auto add = [&](std::optional<Feed> feed) {
    if (feed) {
      feeds.push_back(*std::move(feed));
    }
  };
  for (const std::string& language : catalog.archive.site.languages) {
    feeds.push_back(site_feed(catalog, language));
    for (const model::Series& series : catalog.archive.site.series) {
      add(series_feed(catalog, series, language));
    }
    for (const model::Topic& topic : catalog.archive.site.topics) {
      add(topic_feed(catalog, topic, language));
    }
  }
  return feeds;
}

std::vector<FeedLinkView> feed_links(const Catalog& catalog, const std::string& language, FeedScope scope,
                                     std::string_view id) {
  std::vector<FeedLinkView> links;
  if (const std::optional<Feed> own = own_feed(catalog, language, scope, id)) {
    add_links(catalog, *own, links);
  }
  add_links(catalog, site_feed(catalog, language), links);
  return links;
}

FeedLinkView main_feed_link(const Catalog& catalog, const std::string& language, FeedScope scope,
                            std::string_view id) {
  return feed_links(catalog, language, scope, id).front();
}

}  // namespace paperboy::pages
