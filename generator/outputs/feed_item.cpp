#include "outputs/feed_item.h"

#include <algorithm>

#include "base/reads.h"
#include "base/text.h"
#include "model/site_address.h"
#include "outputs/feed_html.h"
#include "outputs/feed_size.h"
#include "pages/edition_content.h"

namespace paperboy::outputs {

namespace {

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

// What is said of a paper, in its edition and wherever it stands.
void note_entry(const model::Entry& entry, const model::Archive& archive) {
  base::Reads::note(&entry);
  base::Reads::note(&archive.papers[entry.record]);
}

std::vector<std::string> tags_of(const pages::EntryView& entry) {
  std::vector<std::string> tags;
  if (entry.topic != nullptr) {
    add_tag(tags, entry.topic->label);
  }
  for (const pages::TopicLinkView* topic : entry.also_matches) {
    add_tag(tags, topic->label);
  }
  if (entry.paper->category) {
    add_tag(tags, entry.paper->category->label);
  }
  return tags;
}

}  // namespace

FeedItems::FeedItems(const pages::Catalog& catalog, std::string language)
    : catalog_(catalog), language_(std::move(language)) {
  for (std::size_t index = 0; index < catalog.archive.editions.size(); ++index) {
    const model::Edition& edition = catalog.archive.editions[index];
    const auto& languages = edition.languages;
    const bool is_there = std::find(languages.begin(), languages.end(), language_) != languages.end();
    if (is_there && !edition.entries.empty() && !address_of(edition).empty()) {
      editions_.push_back(index);
    }
  }
}

std::string FeedItems::address_of(const model::Edition& edition) const {
  const model::Series& series = *catalog_.archive.site.find_series(edition.series);
  return catalog_.addresses.edition(language_, series, edition.date).value_or("");
}

void FeedItems::note_edition(std::size_t index) const {
  const model::Edition& edition = catalog_.archive.editions[index];
  base::Reads::note(&edition);
  for (const model::Entry& entry : edition.entries) {
    note_entry(entry, catalog_.archive);
  }
}

std::size_t FeedItems::size_of(std::size_t index) const {
  return item_size(catalog_.archive, catalog_.archive.editions[index], language_);
}

FeedItem FeedItems::edition_item(std::size_t index) const {
  note_edition(index);
  const base::UnnotedReads unnoted;  // the views tell of other editions, too
  const model::Edition& facts = catalog_.archive.editions[index];
  const pages::EditionView edition = pages::edition_content(catalog_, index, language_);
  const Words words = [&](std::string_view key) { return catalog_.phrase(language_, key); };
  FeedItem item;
  item.id = tag_uri(catalog_, edition.card.date, edition.card.series, language_);
  item.url = catalog_.addresses.url(address_of(facts));
  item.title = base::collapse_spaces(edition.card.title);
  item.date = facts.date;
  item.html = edition_html(edition, item.url, words, Abstracts::Shown);
  if (item.html.size() > kLargestItem) {
    item.html = edition_html(edition, item.url, words, Abstracts::LeftOut);
  }
  for (const pages::SectionView& section : edition.sections) {
    if (section.topic) {
      add_tag(item.tags, section.topic->label);
    }
  }
  return item;
}

FeedItem FeedItems::paper_item(const model::Appearance& appearance) const {
  const model::Edition& edition = catalog_.archive.editions[appearance.edition];
  note_entry(edition.entries[appearance.entry], catalog_.archive);
  const base::UnnotedReads unnoted;  // of its edition the date is shown alone
  const pages::EntryView& entry = catalog_.in(language_).entry(appearance);
  const pages::PaperView& paper = *entry.paper;
  const Words words = [&](std::string_view key) { return catalog_.phrase(language_, key); };
  FeedItem item;
  item.id = tag_uri(catalog_, entry.edition->date, paper.id, language_);
  const std::string base_path = catalog_.archive.site.base_path;
  item.url = catalog_.archive.site.base_url + paper.address.substr(base_path.size());
  item.title = paper.plain_title;
  item.date = edition.date;
  item.html = entry_html(entry, item.url, words, Abstracts::Shown);
  item.external_url = paper.main_link();
  for (const pages::AuthorView& author : pages::people_of(entry.authors)) {
    item.authors.emplace_back(author.name->plain());
  }
  item.tags = tags_of(entry);
  for (const pages::ScoreView& score : entry.scores) {
    item.scores.emplace_back(score.axis, score.value);
  }
  return item;
}

}  // namespace paperboy::outputs
