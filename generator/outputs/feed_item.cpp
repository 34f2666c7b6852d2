#include "outputs/feed_item.h"

#include <algorithm>
#include <set>

#include "base/parallel.h"
#include "model/site_address.h"
#include "outputs/feed_html.h"

namespace paperboy::outputs {

namespace {

// Readers give up on items that are larger; then abstracts are left to the page.
constexpr std::size_t kLargestItem = 120'000;

// tag:example.org,2026-05-06:daily/zh
std::string tag_uri(const pages::Catalog& catalog, std::string_view date, const std::string& name,
                    const std::string& language) {
  return "tag:" + model::host_of(catalog.archive.site.base_url) + "," + std::string(date) + ":" + name + "/" +
         language;
}

void add_tag(std::vector<std::string>& tags, const std::string& tag) {
  if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) {
    tags.push_back(tag);
  }
}

std::vector<std::string> tags_of(const pages::EntryView& entry) {
  std::vector<std::string> tags;
  if (entry.topic) {
    add_tag(tags, entry.topic->label);
  }
  for (const pages::TopicLinkView& topic : entry.also_matches) {
    add_tag(tags, topic.label);
  }
  if (entry.paper->category) {
    add_tag(tags, entry.paper->category->label);
  }
  return tags;
}

}  // namespace

FeedItems::FeedItems(const Publication& publication, std::string language)
    : publication_(publication), catalog_(publication.catalog), language_(std::move(language)) {
  add_editions();
  add_topics();
}

void FeedItems::add_editions() {
  std::map<std::string_view, const pages::Page*> pages;
  for (const pages::Page& page : publication_.pages) {
    if (page.kind == "edition" && page.language == language_) {
      pages.emplace(page.address, &page);
    }
  }
  std::vector<const pages::Page*> chosen;
  for (const model::Edition& edition : catalog_.archive.editions) {
    const model::Series& series = *catalog_.archive.site.find_series(edition.series);
    const std::optional<std::string> address = catalog_.addresses.edition(language_, series, edition.date);
    const auto page = address ? pages.find(*address) : pages.end();
    if (page != pages.end() && !edition.entries.empty()) {
      editions_.push_back({edition.series, {}});
      chosen.push_back(page->second);
    }
  }
  base::parallel_for(chosen.size(), publication_.threads,
                     [&](std::size_t index) { editions_[index].item = edition_item(*chosen[index]); });
}

FeedItem FeedItems::edition_item(const pages::Page& page) const {
  const pages::PageView view = page.build();
  const pages::EditionView& edition = std::get<pages::EditionView>(view.content);
  const Words words = [&](std::string_view key) { return catalog_.phrase(language_, key); };
  FeedItem item;
  item.id = tag_uri(catalog_, edition.card.date, edition.card.series, language_);
  item.url = view.url;
  item.title = view.title;
  item.date = base::parse_date(edition.card.date).value_or(base::Date{});
  item.html = edition_html(edition, view.url, words, Abstracts::Shown);
  if (item.html.size() > kLargestItem) {
    item.html = edition_html(edition, view.url, words, Abstracts::LeftOut);
  }
  for (const pages::SectionView& section : edition.sections) {
    if (section.topic) {
      add_tag(item.tags, section.topic->label);
    }
  }
  return item;
}

FeedItem FeedItems::paper_item(const pages::EntryView& entry) const {
  const pages::PaperView& paper = *entry.paper;
  const Words words = [&](std::string_view key) { return catalog_.phrase(language_, key); };
  FeedItem item;
  item.id = tag_uri(catalog_, entry.edition->date, paper.id, language_);
  const std::string base_path = catalog_.archive.site.base_path;
  item.url = catalog_.archive.site.base_url + paper.address.substr(base_path.size());
  item.title = paper.plain_title;
  item.date = base::parse_date(entry.edition->date).value_or(base::Date{});
  item.html = entry_html(entry, item.url, words, Abstracts::Shown);
  item.external_url = paper.main_link;
  for (const pages::AuthorView& author : entry.authors) {
    item.authors.push_back(author.name->plain);
  }
  item.tags = tags_of(entry);
  for (const pages::ScoreView& score : entry.scores) {
    item.scores.emplace_back(score.axis, score.value);
  }
  return item;
}

// Appearances stand oldest first; a paper comes where it appeared first.
void FeedItems::add_topics() {
  const pages::LanguageCatalog& views = catalog_.in(language_);
  for (const auto& [topic, appearances] : catalog_.index.topics) {
    std::vector<const pages::EntryView*> entries;
    std::set<std::string_view> seen;
    for (const model::Appearance& appearance : appearances) {
      const pages::EntryView& entry = views.entry(appearance);
      if (seen.insert(entry.paper->id).second) {
        entries.push_back(&entry);
      }
    }
    const std::size_t older = entries.size() - std::min(kMostItems, entries.size());
    for (std::size_t at = older; at < entries.size(); ++at) {
      topics_[topic].push_back(paper_item(*entries[at]));
    }
  }
}

std::vector<const FeedItem*> FeedItems::of(const pages::Feed& feed) const {
  std::vector<const FeedItem*> items;
  if (feed.scope == pages::FeedScope::Topic) {
    const auto found = topics_.find(feed.id);
    for (std::size_t i = 0; found != topics_.end() && i < found->second.size(); ++i) {
      items.push_back(&found->second[i]);
    }
    return items;
  }
  for (const EditionItem& edition : editions_) {
    if (feed.scope == pages::FeedScope::Site || edition.series == feed.id) {
      items.push_back(&edition.item);
    }
  }
  return items;
}

}  // namespace paperboy::outputs
