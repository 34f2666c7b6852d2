#include "outputs/search_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <utility>

#include "base/date.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "outputs/search_facets.h"
#include "outputs/search_texts.h"

namespace paperboy::outputs {

namespace {

using search::Field;

// Of the texts that a shown part is taken from, in characters: comments and an abstract.
constexpr std::size_t kLongestTexts = 1500;
constexpr std::size_t kMostAuthors = 6;

std::string shown_authors(const pages::Catalog& catalog, const model::Paper& paper) {
  std::vector<std::string> names;
  bool is_cut = paper.authors_cut;
  for (const model::Author& author : paper.authors) {
    const markup::RichText* name = catalog.texts.rich(author.name, markup::TexField::Name);
    if (name != nullptr && names.size() < kMostAuthors) {
      names.emplace_back(name->plain());
    } else {
      is_cut = is_cut || name != nullptr;
    }
  }
  return base::join(names, ", ") + (is_cut && !names.empty() ? " …" : "");
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
  const model::Archive& archive = catalog.archive;
  const model::PaperRecord& record = archive.papers[paper];
  base::JsonWriter json;
  json.begin_object();
  json.member("name", pages::paper_folder(record.paper->id));
  if (!record.appearances.empty()) {
    json.member("date", base::to_string(archive.editions[record.appearances.front().edition].date));
  }
  if (const model::Score* total = newest_total(archive, record)) {
    json.member("score", total->given.empty() ? fmt::format("{:g}", total->value) : total->given);
  }
  json.member("source", record.paper->source);
  json.member("authors", shown_authors(catalog, *record.paper));
  json.member("topics", base::join(topics_of(archive, record), " "));
  json.member("languages", base::join(catalog.index.paper_languages[paper], " "));
  write_texts(texts, {Field::Title, Field::Headline}, json.key("titles"));
  write_texts(texts, {Field::Comment, Field::Abstract}, json.key("texts"));
  return json.end_object().str();
}

}  // namespace

std::vector<std::size_t> search_order(const model::Archive& archive) {
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> places;  // edition, entry in it, paper
  places.reserve(archive.papers.size());
  for (std::size_t paper = 0; paper < archive.papers.size(); ++paper) {
    const std::vector<model::Appearance>& appearances = archive.papers[paper].appearances;
    const bool is_nowhere = appearances.empty();
    places.emplace_back(is_nowhere ? archive.editions.size() : appearances.front().edition,
                        is_nowhere ? paper : appearances.front().entry, paper);
  }
  std::sort(places.begin(), places.end());
  std::vector<std::size_t> order;
  order.reserve(places.size());
  for (const auto& [edition, entry, paper] : places) {
    order.push_back(paper);
  }
  return order;
}

SearchDocument search_document(const pages::Catalog& catalog, std::size_t paper) {
  const std::vector<SearchText> texts = search_texts(catalog, paper);
  SearchDocument document;
  document.record = record_of(catalog, paper, texts);
  for (const SearchText& text : texts) {
    document.texts.push_back({text.field, text.text});
  }
  return document;
}

}  // namespace paperboy::outputs
