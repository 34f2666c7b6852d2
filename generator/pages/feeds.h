#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/catalog.h"

namespace paperboy::pages {

// What the items of a feed are: editions of all series, editions of one, or the papers of a topic.
enum class FeedScope { Site, Series, Topic };
enum class FeedFormat { Atom, Rss, Json };

// One feed, in one language and three formats.
struct Feed {
  FeedScope scope = FeedScope::Site;
  std::string id;  // of the series or topic; empty for the site
  std::string language;
  std::string title;  // plain text: "Frontier digest · Paper archive"
  std::string label;  // what it is about: "Frontier digest"
  std::string page;   // the address of the page it belongs to; the feed's files lie beside it

  // Without base path: "/zh/daily/feed.xml".
  std::string address(FeedFormat format) const;
};

// "application/atom+xml"
std::string_view media_type(FeedFormat format);

// Every feed of the site, language by language: the whole, then series, then topics, in the site's order.
std::vector<Feed> list_feeds(const Catalog& catalog);

// The links by which a page about `scope` announces its feeds: its own in all formats, then the site's.
std::vector<FeedLinkView> feed_links(const Catalog& catalog, const std::string& language, FeedScope scope,
                                     std::string_view id = {});
// The first of them: enough where many pages belong to one feed.
FeedLinkView main_feed_link(const Catalog& catalog, const std::string& language, FeedScope scope,
                            std::string_view id = {});

}  // namespace paperboy::pages
