#pragma once

#include <string>
#include <vector>

#include "outputs/feed_item.h"

namespace paperboy::outputs {

// One file of a feed. The newest items are in the document that readers subscribe to; older ones are in
// archive documents that never change once full (RFC 5005, section 4).
struct FeedDocument {
  std::string title;
  std::string language;         // "zh-Hans"
  std::string site;             // who publishes it: the site's title
  std::string self, page;       // absolute: of this document, and of the page it is about
  std::string current;          // of the document with the newest items, when this is another
  std::string previous, next;   // archive documents before and after this one; may be empty
  std::string about;            // where our own keys are described
  std::vector<FeedItem> items;  // newest first
};

// The document in each format: https://www.rfc-editor.org/rfc/rfc4287,
// https://www.rssboard.org/rss-specification, https://www.jsonfeed.org/version/1.1/
std::string atom_document(const FeedDocument& document);
std::string rss_document(const FeedDocument& document);
std::string json_document(const FeedDocument& document);

}  // namespace paperboy::outputs
