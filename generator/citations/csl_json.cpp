#include "base/json_writer.h"
#include "citations/citation.h"

namespace paperboy::citations {

namespace {

void write_authors(base::JsonWriter& json, const std::vector<Name>& authors) {
  json.key("author").begin_array();
  for (const Name& name : authors) {
    json.begin_object()
        .member("family", name.family)
        .member("given", name.given)
        .member("suffix", name.suffix)
        .member("literal", name.family.empty() ? name.literal : "")
        .end_object();
  }
  json.end_array();
}

void write_date(base::JsonWriter& json, const PartialDate& date) {
  json.key("issued").begin_object().key("date-parts").begin_array().begin_array();
  json.number(std::int64_t{date.year});
  if (date.month != 0) {
    json.number(std::int64_t{date.month});
    if (date.day != 0) {
      json.number(std::int64_t{date.day});
    }
  }
  json.end_array().end_array().end_object();
}

}  // namespace

RecordParts csl_json_parts(const Citation& citation) {
  base::JsonWriter json;
  const bool is_journal = citation.arxiv_id.empty() && !citation.source.empty();
  json.begin_object()
      .member("id", citation.key)
      .member("type", is_journal ? "article-journal" : "article")  // the latter is a preprint
      .member("title", citation.title);
  if (!citation.authors.empty()) {
    write_authors(json, citation.authors);
  }
  if (citation.date.year != 0) {
    write_date(json, citation.date);
  }
  json.member("container-title", is_journal ? citation.source : "")
      .member("publisher", citation.arxiv_id.empty() ? "" : "arXiv")
      .member("number", citation.arxiv_id.empty() ? "" : "arXiv:" + citation.arxiv_id)
      .member("DOI", citation.doi)
      .member("URL", citation.url);
  std::string before = json.str();
  json.member("language", citation.language).end_object();
  std::string after = json.str().substr(before.size());
  return {std::move(before), std::move(after)};
}

std::string csl_json_abstract(std::string_view abstract) {
  if (abstract.empty()) {
    return "";
  }
  base::JsonWriter json;
  json.text(abstract);
  return ",\"abstract\":" + json.str();
}

std::string csl_json(const Citation& citation) {
  const RecordParts parts = csl_json_parts(citation);
  return parts.before + csl_json_abstract(citation.abstract) + parts.after;
}

std::string csl_json_file(const std::vector<std::string_view>& items) {
  std::string text = "[";
  for (const std::string_view item : items) {
    text.append(text.size() == 1 ? "" : ",").append(item);
  }
  return text + "]\n";
}

}  // namespace paperboy::citations
