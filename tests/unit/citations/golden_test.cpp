#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "citations/citation.h"
#include "support/golden.h"
#include "value/read.h"

namespace paperboy::citations {
namespace {

using value::Object;
using value::Value;

std::string text(const Object& object, std::string_view key) {
  const Value* value = object.find(key);
  return value == nullptr || value->scalar() == nullptr ? "" : value->scalar()->text;
}

std::vector<std::string> texts(const Object& object, std::string_view key) {
  std::vector<std::string> texts;
  const Value* value = object.find(key);
  for (const Value& item : value == nullptr ? std::vector<Value>{} : *value->array()) {
    texts.push_back(item.scalar()->text);
  }
  return texts;
}

// "2026-05-06", "2026-05" or nothing.
PartialDate date(const std::string& written) {
  if (const std::optional<base::Date> day = base::parse_date(written)) {
    return {day->year, day->month, day->day};
  }
  const std::optional<base::YearMonth> month = base::parse_year_month(written);
  return month ? PartialDate{month->year, month->month, 0} : PartialDate{};
}

Citation citation(const Object& object) {
  Citation citation;
  citation.key = text(object, "key");
  citation.title = text(object, "title");
  citation.tex_title = text(object, "tex_title");
  for (const std::string& name : texts(object, "authors")) {
    citation.authors.push_back(split_name(name));
  }
  citation.authors_cut = text(object, "authors_cut") == "true";
  citation.date = date(text(object, "date"));
  citation.doi = text(object, "doi");
  citation.arxiv_id = text(object, "arxiv_id");
  citation.category = text(object, "category");
  citation.source = text(object, "source");
  citation.url = text(object, "url");
  citation.abstract = text(object, "abstract");
  citation.language = text(object, "language");
  citation.keywords = texts(object, "keywords");
  return citation;
}

}  // namespace

// Each tests/golden/citations/*.txtar is a paper and how it is cited in every format.
TEST_CASE("papers become citations") {
  tests::run_goldens("citations", [](tests::Txtar archive) {
    const base::Source source("paper.yaml", archive.at("paper.yaml"));
    base::Diagnostics diagnostics;
    const std::optional<Value> paper = value::read_yaml(source, value::Aliases::Refused, diagnostics);
    REQUIRE(paper.has_value());
    const Citation cited = citation(*paper->object());
    archive.set("expect.bib", bibtex(cited));
    archive.set("expect.ris, with the line ends of Unix", base::replace_all(ris(cited), "\r\n", "\n"));
    archive.set("expect.json", csl_json_file({csl_json(cited)}));
    archive.set("expect.coins, a line a key", base::replace_all(coins(cited), "&", "\n&") + "\n");
    return archive;
  });
}

}  // namespace paperboy::citations
