#include "outputs/api_writer.h"

#include "base/reads.h"
#include "pages/page.h"

namespace paperboy::outputs {

namespace {

// BCP 47 for a text of which nobody said what language it is in.
std::string_view language_key(std::string_view language) {
  return language.empty() ? "und" : language;
}

void written(base::JsonWriter& json, std::string_view key, const model::LocatedText& texts) {
  if (texts.empty()) {
    return;
  }
  json.key(key).begin_object();
  for (const auto& variant : texts.variants()) {
    json.key(language_key(variant.language)).text(variant.value.text);
  }
  json.end_object();
}

void count(base::JsonWriter& json, std::string_view key, const std::optional<std::int64_t>& number) {
  if (number) {
    json.member(key, *number);
  }
}

}  // namespace

base::JsonWriter ApiWriter::begin(const std::string& address) const {
  base::JsonWriter json;
  json.begin_object().member("version", 1).member("self", catalog_.addresses.url(address));
  return json;
}

void ApiWriter::texts(base::JsonWriter& json, std::string_view key, const model::Text& texts) const {
  if (texts.empty()) {
    return;
  }
  json.key(key).begin_object();
  for (const auto& variant : texts.variants()) {
    json.key(language_key(variant.language)).text(variant.value);
  }
  json.end_object();
}

std::string_view ApiWriter::plain(std::string_view text, markup::TexField field) const {
  const markup::RichText* rich = catalog_.texts.rich(text, field);
  return rich == nullptr ? text : rich->plain();
}

void ApiWriter::tex(base::JsonWriter& json, std::string_view key, const model::LocatedText& texts,
                    markup::TexField field) const {
  if (texts.empty()) {
    return;
  }
  json.key(key).begin_object();
  for (const auto& variant : texts.variants()) {
    json.key(language_key(variant.language)).text(plain(variant.value.text, field));
  }
  json.end_object();
}

void ApiWriter::authors(base::JsonWriter& json, const model::Paper& paper) const {
  json.key("authors").begin_array();
  for (const model::Author& author : paper.authors) {
    json.begin_object().member("name", plain(author.name, markup::TexField::Name));
    json.member("affiliations", author.affiliations);
    json.end_object();
  }
  json.end_array();
  if (paper.authors_cut) {
    json.key("authors_cut").truth(true);
  }
  json.member("affiliations", paper.affiliations);
}

// Of its page in the first language that has one.
std::string ApiWriter::page_url(const model::PaperRecord& record) const {
  const auto index = static_cast<std::size_t>(&record - catalog_.archive.papers.data());
  const std::string language = pages::nearest_language(catalog_.index.paper_languages[index],
                                                       catalog_.archive.site.default_language());
  return catalog_.addresses.url(catalog_.addresses.paper(language, record.paper->id));
}

void ApiWriter::paper(base::JsonWriter& json, const model::PaperRecord& record) const {
  base::Reads::note(&record);
  const model::Paper& paper = *record.paper;
  json.member("id", paper.id.canonical());
  json.member("url", page_url(record));
  if (paper.version > 0) {
    json.member("arxiv_version", static_cast<std::int64_t>(paper.version));
  }
  tex(json, "title", paper.title, markup::TexField::Title);
  authors(json, paper);
  tex(json, "abstract", paper.abstract, markup::TexField::Abstract);
  if (paper.abstract_cut) {
    json.key("abstract_cut").truth(true);
  }
  json.member("source", paper.source).member("category", paper.category);
  json.member("categories", paper.categories);
  if (paper.published) {
    json.member("published", base::to_string(*paper.published));
  }
  if (!paper.links.empty()) {
    json.key("links").begin_array();
    for (const model::PaperLink& link : paper.links) {
      json.begin_object().member("kind", link.kind).member("url", link.url).end_object();
    }
    json.end_array();
  }
  if (!record.notes.empty()) {
    json.key("notes").begin_array();
    for (const model::PaperNote& note : record.notes) {
      json.begin_object().member("language", language_key(note.language)).member("author", note.author);
      json.member("markdown", note.markdown.text).end_object();
    }
    json.end_array();
  }
}

void ApiWriter::judgement(base::JsonWriter& json, const model::Entry& entry) const {
  json.member("rank", static_cast<std::int64_t>(entry.rank)).member("number", entry.number);
  if (!entry.scores.empty()) {
    json.key("scores").begin_object();
    for (const model::Score& score : entry.scores) {
      json.key(score.axis).number(score.value);
    }
    json.end_object();
  }
  if (entry.total) {
    json.key("total").number(entry.total->value);
  }
  json.member("topic", entry.topic);
  json.member("also_matches", entry.also_matches);
  json.member("matched_by", entry.matched_by == model::MatchedBy::Author ? "author" : "");
}

void ApiWriter::entry(base::JsonWriter& json, const model::Entry& entry) const {
  base::Reads::note(&entry);
  judgement(json, entry);
  tex(json, "comment", entry.comment, markup::TexField::Abstract);
  tex(json, "topic_match", entry.topic_match, markup::TexField::Abstract);
  tex(json, "headline", entry.headline, markup::TexField::Title);
  written(json, "commentary", entry.commentary);
  if (!entry.notes.empty()) {
    json.key("structured_notes").begin_object();
    for (const auto& variant : entry.notes.variants()) {
      json.key(language_key(variant.language)).begin_array();
      for (const model::NoteField& note : variant.value) {
        json.begin_object()
            .key("label")
            .text(note.label)
            .key("markdown")
            .text(note.markdown.text)
            .end_object();
      }
      json.end_array();
    }
    json.end_object();
  }
  json.member("tag", entry.tag);
}

void ApiWriter::runs(base::JsonWriter& json, const model::Edition& edition) const {
  if (!edition.runs.empty()) {
    json.key("runs").begin_array();
    for (const model::Run& run : edition.runs) {
      json.begin_object().member("model", run.model);
      count(json, "prompt_tokens", run.prompt_tokens);
      count(json, "completion_tokens", run.completion_tokens);
      count(json, "total_tokens", run.total_tokens);
      json.member("prompt_cost", run.prompt_cost).member("completion_cost", run.completion_cost);
      json.member("total_cost", run.total_cost).end_object();
    }
    json.end_array();
  }
  json.key("counts").begin_object();
  count(json, "total", edition.counts.total);
  count(json, "scanned", edition.counts.scanned);
  count(json, "relevant", edition.counts.relevant);
  json.end_object();
}

void ApiWriter::edition(base::JsonWriter& json, const model::Edition& edition) const {
  base::Reads::note(&edition);
  const model::Series& series = *catalog_.archive.site.find_series(edition.series);
  json.member("series", edition.series).member("date", base::to_string(edition.date));
  json.member("state", model::to_string(edition.state));
  json.member("paper_count", static_cast<std::int64_t>(edition.entries.size()));
  json.key("title").begin_object();
  for (const std::string& language : edition.languages) {
    json.key(language).text(pages::edition_title(catalog_.archive, edition, language));
  }
  json.end_object().key("urls").begin_object();
  for (const std::string& language : edition.languages) {
    if (const auto address = catalog_.addresses.edition(language, series, edition.date)) {
      json.member(language, catalog_.addresses.url(*address));
    }
  }
  json.end_object();
  runs(json, edition);
}

void ApiWriter::paper_line(base::JsonWriter& json, const model::PaperRecord& record) const {
  json.member("id", record.paper->id.canonical());
  tex(json, "title", record.paper->title, markup::TexField::Title);
  json.member("url", page_url(record));
  json.member("data", catalog_.addresses.url(paper_address(record.paper->id)));
}

std::string ApiWriter::edition_address(const model::Edition& edition) {
  return "/api/v1/editions/" + edition.series + "/" + base::to_string(edition.date) + ".json";
}

std::string ApiWriter::paper_address(const model::PaperId& id) {
  return "/api/v1/papers/" + pages::paper_folder(id) + ".json";
}

}  // namespace paperboy::outputs
