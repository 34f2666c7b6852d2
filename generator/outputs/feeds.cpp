#include "pages/feeds.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/parallel.h"
#include "outputs/feed_cut.h"
#include "outputs/feed_document.h"
#include "outputs/outputs.h"

namespace paperboy::outputs {

namespace {

// A document that is not made yet.
struct FeedFile {
  std::string address;
  std::function<std::string()> write;
  bool is_moved = false;  // other items than in the build before, or other neighbours
};

// The documents of one feed. What they are made from outlives them.
class FeedFiles {
 public:
  FeedFiles(const pages::Catalog& catalog, const pages::Feed& feed, const FeedItems& items,
            const FeedCut& cut)
      : catalog_(catalog), feed_(feed), items_(items), cut_(cut) {}

  std::vector<FeedFile> list() const {
    std::vector<FeedFile> files = {
        newest_file(pages::FeedFormat::Atom, atom_document),
        newest_file(pages::FeedFormat::Rss, rss_document),
        newest_file(pages::FeedFormat::Json, json_document),
    };
    if (has_archive()) {
      files.front().is_moved = !cut_.has_count_of_before();  // it names the last archive document
      for (std::size_t number = 1; number <= cut_.document_count(); ++number) {
        files.push_back({archive_address(number), [this, number] { return archive_document(number); },
                         !cut_.is_as_before(number)});
      }
    }
    return files;
  }

 private:
  using InFormat = std::string (*)(const FeedDocument& document);

  bool has_archive() const { return feed_.scope == pages::FeedScope::Site; }

  // "/zh/feed-3.xml"
  std::string archive_address(std::size_t number) const {
    return fmt::format("{}feed-{}.xml", feed_.page, number);
  }
  // Of an archive document, as others name it; empty when there is none of the number.
  std::string archive_url(std::size_t number) const {
    const bool is_there = has_archive() && number >= 1 && number <= cut_.document_count();
    return is_there ? catalog_.addresses.url(archive_address(number)) : "";
  }

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

  FeedFile newest_file(pages::FeedFormat format, InFormat in_format) const {
    std::string address = feed_.address(format);
    return {address, [this, address, format, in_format] {
              FeedDocument newest = document(address);
              newest.previous =
                  format == pages::FeedFormat::Atom ? archive_url(cut_.document_count()) : std::string();
              newest.items = feed_.scope == pages::FeedScope::Topic ? newest_papers() : newest_editions();
              return in_format(newest);
            }};
  }

  std::string archive_document(std::size_t number) const {
    FeedDocument archive = document(archive_address(number));
    archive.current = catalog_.addresses.url(feed_.address(pages::FeedFormat::Atom));
    archive.previous = archive_url(number - 1);
    archive.next = archive_url(number + 1);
    for (std::size_t at = cut_.begins[number]; at > cut_.begins[number - 1]; --at) {
      archive.items.push_back(items_.edition_item(items_.editions()[at - 1]));
    }
    return atom_document(archive);
  }

  // The newest items that fit into a document, newest first; at least one.
  std::vector<FeedItem> newest_editions() const {
    std::vector<FeedItem> found;
    std::size_t bytes = 0;
    const std::vector<std::size_t>& editions = items_.editions();
    for (auto edition = editions.rbegin(); edition != editions.rend() && found.size() < kMostItems;
         ++edition) {
      if (feed_.scope == pages::FeedScope::Series && catalog_.archive.editions[*edition].series != feed_.id) {
        continue;
      }
      items_.note_edition(*edition);  // the first that does not fit, too: it may become shorter
      bytes += items_.size_of(*edition);
      if (bytes > kLargestDocument && !found.empty()) {
        break;
      }
      found.push_back(items_.edition_item(*edition));
    }
    return found;
  }

  // The same of the papers of a topic, each where it came up first.
  std::vector<FeedItem> newest_papers() const {
    std::vector<FeedItem> found;
    const std::vector<model::Appearance> papers = first_appearances();
    std::size_t bytes = 0;
    for (auto paper = papers.rbegin(); paper != papers.rend() && found.size() < kMostItems; ++paper) {
      FeedItem item = items_.paper_item(*paper);
      bytes += item.html.size();
      if (bytes > kLargestDocument && !found.empty()) {
        break;
      }
      found.push_back(std::move(item));
    }
    return found;
  }

  // Oldest first.
  std::vector<model::Appearance> first_appearances() const {
    std::vector<model::Appearance> first;
    const auto found = catalog_.index.topics.find(feed_.id);
    if (found != catalog_.index.topics.end()) {
      std::unordered_set<std::size_t> seen;  // papers
      std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(first),
                   [&](const model::Appearance& appearance) {
                     const model::Edition& edition = catalog_.archive.editions[appearance.edition];
                     return seen.insert(edition.entries[appearance.entry].record).second;
                   });
    }
    return first;
  }

  const pages::Catalog& catalog_;
  const pages::Feed& feed_;
  const FeedItems& items_;
  const FeedCut& cut_;
};

// What the feeds in one language are made of.
struct FeedSource {
  FeedSource(const Publication& publication, const std::string& language)
      : items(publication.catalog, language), cut(cut_editions(items, publication.catalog.memo, language)) {}

  FeedItems items;
  FeedCut cut;
};

}  // namespace

void feeds(const Publication& publication, SiteFiles& files) {
  const std::vector<pages::Feed> feeds = pages::list_feeds(publication.catalog);
  std::map<std::string, FeedSource> sources;
  std::vector<FeedFiles> all;
  for (const pages::Feed& feed : feeds) {
    const FeedSource& source = sources.try_emplace(feed.language, publication, feed.language).first->second;
    all.emplace_back(publication.catalog, feed, source.items, source.cut);
  }
  std::vector<FeedFile> documents;
  for (const FeedFiles& of_feed : all) {
    const std::vector<FeedFile> listed = of_feed.list();
    documents.insert(documents.end(), listed.begin(), listed.end());
  }
  base::parallel_for(documents.size(), publication.threads, [&](std::size_t index) {
    const FeedFile& document = documents[index];
    const std::string path = pages::output_path(document.address);
    document.is_moved ? files.make(path, document.write) : files.add(path, document.write);
  });
}

}  // namespace paperboy::outputs
