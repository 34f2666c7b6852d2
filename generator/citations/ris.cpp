#include <fmt/format.h>

#include "base/text.h"
#include "citations/citation.h"

namespace paperboy::citations {

namespace {

class Record {
 public:
  // A line; nothing for an empty value. Values never break the line, nor do separators that some readers take
  // for its end.
  void add(std::string_view tag, std::string_view value) {
    std::string line(value);
    for (const std::string_view separator : {"\u2028", "\u2029"}) {
      line = base::replace_all(line, separator, " ");
    }
    line = base::collapse_spaces(line);
    if (!line.empty()) {
      text_.append(tag).append("  - ").append(line).append("\r\n");
    }
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string name_text(const Name& name) {
  if (name.family.empty()) {
    return base::replace_all(name.literal, ",", "");  // a comma ends the family name
  }
  std::string text = name.family;
  for (const std::string* part : {&name.given, &name.suffix}) {
    text += part->empty() ? "" : ", " + *part;
  }
  return text;
}

// "2026/05/06/": year, month, day, and a part in words.
std::string date_text(const PartialDate& date) {
  const auto two = [](unsigned number) { return number == 0 ? "" : fmt::format("{:02}", number); };
  return date.year == 0 ? "" : fmt::format("{:04}/{}/{}/", date.year, two(date.month), two(date.day));
}

std::string_view type_of(const Citation& citation) {
  return !citation.arxiv_id.empty() ? "MANSCPT" : citation.source.empty() ? "GEN" : "JOUR";
}

}  // namespace

RecordParts ris_parts(const Citation& citation) {
  Record record;
  record.add("TY", type_of(citation));
  record.add("ID", citation.key);
  record.add("TI", citation.title);
  for (const Name& name : citation.authors) {
    record.add("AU", name_text(name));
  }
  record.add("PY", citation.date.year == 0 ? "" : fmt::format("{:04}", citation.date.year));
  record.add("DA", date_text(citation.date));
  record.add("T2", citation.arxiv_id.empty() ? citation.source : "");
  record.add("AN", citation.arxiv_id.empty() ? "" : "arXiv:" + citation.arxiv_id);
  record.add("DO", citation.doi);
  record.add("UR", citation.url);
  Record rest;
  for (const std::string& keyword : citation.keywords) {
    rest.add("KW", keyword);
  }
  rest.add("LA", citation.language);
  return {record.take(), rest.take() + "ER  - \r\n"};
}

std::string ris_abstract(std::string_view abstract) {
  Record record;
  record.add("AB", abstract);
  return record.take();
}

std::string ris(const Citation& citation) {
  const RecordParts parts = ris_parts(citation);
  return parts.before + ris_abstract(citation.abstract) + parts.after;
}

}  // namespace paperboy::citations
