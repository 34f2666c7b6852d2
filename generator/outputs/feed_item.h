#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "outputs/publication.h"
#include "pages/feeds.h"

namespace paperboy::outputs {

// What feed readers get of an edition or a paper; the same in every format.
struct FeedItem {
  std::string id;     // a tag URI (RFC 4151): stays when addresses change
  std::string url;    // absolute, on this site
  std::string title;  // plain text
  base::Date date;
  std::string html;          // the full content: absolute addresses, formulas as text
  std::string external_url;  // of a paper: where it is published; may be empty
  std::vector<std::string> authors;
  std::vector<std::string> tags;
  std::vector<std::pair<std::string, std::string>> scores;  // axis, as given: "relevance", "9"
};

// Of a feed's newest document. Readers ask for it every hour.
inline constexpr std::size_t kMostItems = 30;

// The items of all feeds in one language: each edition that has papers, and the newest papers of a topic
// where they came up first. Made once, shared by the feeds.
class FeedItems {
 public:
  FeedItems(const Publication& publication, std::string language);

  // Oldest first.
  std::vector<const FeedItem*> of(const pages::Feed& feed) const;

 private:
  struct EditionItem {
    std::string series;
    FeedItem item;
  };
  FeedItem edition_item(const pages::Page& page) const;
  FeedItem paper_item(const pages::EntryView& entry) const;
  void add_editions();
  void add_topics();

  const Publication& publication_;
  const pages::Catalog& catalog_;
  std::string language_;
  std::vector<EditionItem> editions_;
  std::map<std::string, std::vector<FeedItem>, std::less<>> topics_;  // by id
};

}  // namespace paperboy::outputs
