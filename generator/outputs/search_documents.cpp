#include "outputs/search_documents.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"
#include "outputs/search_texts.h"

namespace paperboy::outputs {

namespace {

using search::Field;

// Of the texts that a shown part is taken from, in characters: comments and an abstract.
constexpr std::size_t kLongestTexts = 1500;
constexpr std::size_t kMostAuthors = 6;

std::string shown_authors(const pages::PaperView& paper) {
  std::vector<std::string> names;
  for (const pages::AuthorView& author : paper.authors) {
    if (names.size() == kMostAuthors) {
      break;
    }
    names.push_back(author.name->plain);
  }
  const bool is_cut = paper.authors_cut || paper.authors.size() > names.size();
  return base::join(names, ", ") + (is_cut && !names.empty() ? " …" : "");
}

// The newest edition that gave a total; null when none did.
const pages::EntryView* scored_entry(const pages::LanguageCatalog& views, const model::PaperRecord& record) {
  for (auto appearance = record.appearances.rbegin(); appearance != record.appearances.rend(); ++appearance) {
    const pages::EntryView& entry = views.entry(*appearance);
    if (!entry.total.empty()) {
      return &entry;
    }
  }
  return nullptr;
}

std::vector<std::string> topics_of(const pages::LanguageCatalog& views, const model::PaperRecord& record) {
  std::vector<std::string> ids;
  const auto add = [&](const pages::TopicLinkView& topic) {
    if (std::find(ids.begin(), ids.end(), topic.id) == ids.end()) {
      ids.push_back(topic.id);
    }
  };
  for (const model::Appearance& appearance : record.appearances) {
    const pages::EntryView& entry = views.entry(appearance);
    if (entry.topic) {
      add(*entry.topic);
    }
    for (const pages::TopicLinkView& topic : entry.also_matches) {
      add(topic);
    }
  }
  return ids;
}

// [language, text, language, text, …]
void write_texts(const std::vector<SearchText>& texts, std::initializer_list<Field> fields,
                 base::JsonWriter& json) {
  std::size_t left = kLongestTexts;
  json.begin_array();
  for (const SearchText& text : texts) {
    if (std::find(fields.begin(), fields.end(), text.field) == fields.end() || left < 2) {
      continue;
    }
    const std::string shown = base::shorten(text.text, left);
    left -= std::min(left, base::count_characters(shown));
    json.text(text.language).text(shown);
  }
  json.end_array();
}

std::string record_of(const pages::Catalog& catalog, std::size_t paper,
                      const std::vector<SearchText>& texts) {
  const model::PaperRecord& record = catalog.archive.papers[paper];
  const pages::LanguageCatalog& views = catalog.in(catalog.archive.site.default_language());
  base::JsonWriter json;
  json.begin_object();
  json.member("name", pages::paper_folder(record.paper.id));
  if (!record.appearances.empty()) {
    json.member("date", views.entry(record.appearances.front()).edition->date);
  }
  if (const pages::EntryView* entry = scored_entry(views, record)) {
    json.member("score", entry->total);
  }
  json.member("source", views.paper(paper).source);
  json.member("authors", shown_authors(views.paper(paper)));
  json.member("topics", base::join(topics_of(views, record), " "));
  json.member("languages", base::join(catalog.index.paper_languages[paper], " "));
  write_texts(texts, {Field::Title, Field::Headline}, json.key("titles"));
  write_texts(texts, {Field::Comment, Field::Abstract}, json.key("texts"));
  return json.end_object().str();
}

}  // namespace

std::vector<std::size_t> search_order(const model::Archive& archive) {
  std::vector<std::size_t> order(archive.papers.size());
  for (std::size_t index = 0; index < order.size(); ++index) {
    order[index] = index;
  }
  const auto place = [&](std::size_t paper) {
    const std::vector<model::Appearance>& appearances = archive.papers[paper].appearances;
    return appearances.empty() ? std::pair(archive.editions.size(), paper)
                               : std::pair(appearances.front().edition, appearances.front().entry);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  return order;
}

SearchDocument search_document(const pages::Catalog& catalog, std::size_t paper) {
  std::vector<SearchText> texts = search_texts(catalog, paper);
  SearchDocument document;
  document.record = record_of(catalog, paper, texts);
  for (SearchText& text : texts) {
    document.texts.push_back({text.field, std::move(text.text)});
  }
  return document;
}

SearchFacets search_facets(const pages::Catalog& catalog, const std::vector<std::size_t>& order) {
  SearchFacets facets;
  const pages::LanguageCatalog& views = catalog.in(catalog.archive.site.default_language());
  for (std::uint32_t number = 0; number < order.size(); ++number) {
    const model::PaperRecord& record = catalog.archive.papers[order[number]];
    for (const std::string& topic : topics_of(views, record)) {
      facets.topics[topic].push_back(number);
    }
    if (!record.paper.source.empty()) {
      facets.sources[record.paper.source].push_back(number);
      if (!record.paper.category.empty()) {
        facets.sources[record.paper.source + "/" + record.paper.category].push_back(number);
      }
    }
    for (const std::string& language : catalog.index.paper_languages[order[number]]) {
      facets.languages[language].push_back(number);
    }
    if (const pages::EntryView* entry = scored_entry(views, record)) {
      facets.scores[static_cast<int>(std::floor(std::clamp(entry->total_value, -1e6, 1e6)))].push_back(
          number);
    }
    if (!record.appearances.empty()) {
      facets.dates.try_emplace(catalog.archive.editions[record.appearances.front().edition].date, number);
    }
  }
  return facets;
}

}  // namespace paperboy::outputs
