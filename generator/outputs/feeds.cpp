#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/parallel.h"
#include "outputs/feed_document.h"
#include "outputs/outputs.h"

namespace paperboy::outputs {

namespace {

// Of the items' content in one document.
constexpr std::size_t kLargestDocument = 200'000;

using Items = std::vector<const FeedItem*>;

// How oldest-first items are cut into archive documents: each begins at the place given. Only what is full is
// cut off, so that a document never changes; the last begins where the newest items begin.
std::vector<std::size_t> cut(const Items& items) {
  std::vector<std::size_t> begins = {0};
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const bool is_full =
        bytes + items[at]->html.size() > kLargestDocument || at - begins.back() == kMostItems;
    if (is_full && at > begins.back()) {
      begins.push_back(at);
      bytes = 0;
    }
    bytes += items[at]->html.size();
  }
  return begins;
}

// The newest items that fit into a document, newest first; at least one.
Items newest(const Items& items) {
  Items found;
  std::size_t bytes = 0;
  for (auto item = items.rbegin(); item != items.rend() && found.size() < kMostItems; ++item) {
    bytes += (*item)->html.size();
    if (bytes > kLargestDocument && !found.empty()) {
      break;
    }
    found.push_back(*item);
  }
  return found;
}

class FeedWriter {
 public:
  FeedWriter(const pages::Catalog& catalog, const pages::Feed& feed, Items items, std::vector<Output>& files)
      : catalog_(catalog), feed_(feed), items_(std::move(items)), files_(files) {}

  void write() {
    const std::vector<std::size_t> begins =
        feed_.scope == pages::FeedScope::Site ? cut(items_) : std::vector<std::size_t>{0};
    const std::string last = begins.size() > 1 ? archive_address(begins.size() - 1) : std::string();
    add(pages::FeedFormat::Atom, last, atom_document);
    add(pages::FeedFormat::Rss, "", rss_document);
    add(pages::FeedFormat::Json, "", json_document);
    for (std::size_t number = 1; number < begins.size(); ++number) {
      add_archive(number, begins);
    }
  }

 private:
  FeedDocument document(const std::string& address) const {
    FeedDocument document;
    const auto* title = catalog_.archive.site.title.best(feed_.language);
    document.site = title == nullptr ? feed_.title : title->value;
    document.title = feed_.title;
    document.language = pages::language_tag(feed_.language);
    document.self = catalog_.addresses.url(address);
    document.page = catalog_.addresses.url(feed_.page);
    document.about = catalog_.addresses.url("/api/v1/schema.json");
    return document;
  }

  void add(pages::FeedFormat format, const std::string& previous,
           std::string (*in_format)(const FeedDocument& document)) {
    const std::string address = feed_.address(format);
    FeedDocument newest_items = document(address);
    newest_items.previous = previous.empty() ? "" : catalog_.addresses.url(previous);
    newest_items.items = newest(items_);
    files_.push_back({pages::output_path(address), in_format(newest_items)});
  }

  // "/zh/feed-3.xml"
  std::string archive_address(std::size_t number) const {
    return fmt::format("{}feed-{}.xml", feed_.page, number);
  }

  void add_archive(std::size_t number, const std::vector<std::size_t>& begins) {
    const std::string address = archive_address(number);
    FeedDocument archive = document(address);
    archive.current = catalog_.addresses.url(feed_.address(pages::FeedFormat::Atom));
    archive.previous = number > 1 ? catalog_.addresses.url(archive_address(number - 1)) : "";
    archive.next = number + 1 < begins.size() ? catalog_.addresses.url(archive_address(number + 1)) : "";
    archive.items.assign(items_.begin() + static_cast<std::ptrdiff_t>(begins[number - 1]),
                         items_.begin() + static_cast<std::ptrdiff_t>(begins[number]));
    std::reverse(archive.items.begin(), archive.items.end());
    files_.push_back({pages::output_path(address), atom_document(archive)});
  }

  const pages::Catalog& catalog_;
  const pages::Feed& feed_;
  Items items_;
  std::vector<Output>& files_;
};

}  // namespace

std::vector<Output> feeds(const Publication& publication) {
  const std::vector<pages::Feed> list = pages::list_feeds(publication.catalog);
  std::map<std::string, FeedItems> items;
  for (const pages::Feed& feed : list) {
    items.try_emplace(feed.language, publication, feed.language);
  }
  std::vector<std::vector<Output>> written(list.size());
  base::parallel_for(list.size(), publication.threads, [&](std::size_t index) {
    const pages::Feed& feed = list[index];
    FeedWriter(publication.catalog, feed, items.at(feed.language).of(feed), written[index]).write();
  });
  std::vector<Output> files;
  for (std::vector<Output>& of_feed : written) {
    std::move(of_feed.begin(), of_feed.end(), std::back_inserter(files));
  }
  return files;
}

}  // namespace paperboy::outputs
