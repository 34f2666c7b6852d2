#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "pages/catalog.h"

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

// Makes the items of feeds in one language, each time one is asked for: they are large and cheap. What an
// item shows is noted (base::Reads). Safe from several threads.
class FeedItems {
 public:
  FeedItems(const pages::Catalog& catalog, std::string language);

  // The editions that feeds show, those that have papers, oldest first: indexes into Archive::editions.
  const std::vector<std::size_t>& editions() const { return editions_; }
  FeedItem edition_item(std::size_t edition) const;
  // item_size(). Nothing is noted.
  std::size_t size_of(std::size_t edition) const;
  // Notes what the item shows.
  void note_edition(std::size_t edition) const;

  FeedItem paper_item(const model::Appearance& appearance) const;

 private:
  std::string address_of(const model::Edition& edition) const;

  const pages::Catalog& catalog_;
  std::string language_;
  std::vector<std::size_t> editions_;
};

}  // namespace paperboy::outputs
