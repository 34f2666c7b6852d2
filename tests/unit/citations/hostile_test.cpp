#include <catch2/catch.hpp>
#include <string>

#include "base/source.h"
#include "base/text.h"
#include "citations/citation.h"
#include "value/read.h"

namespace paperboy::citations {
namespace {

constexpr std::string_view kHostile =
    "</title><script>alert(1)</script>&\"' }{ \\ % # $x$ \r\nER  - \r\nTY  - JOUR\u2028@misc{x,";

Citation hostile() {
  Citation citation;
  citation.key = "paper-x";
  citation.title = citation.source = citation.category = citation.abstract = citation.language = kHostile;
  citation.doi = citation.url = kHostile;
  citation.keywords = {std::string(kHostile)};
  citation.authors = {{std::string(kHostile), std::string(kHostile), std::string(kHostile), ""},
                      {"", "", "", std::string(kHostile)},
                      {"Rock and Roll", "A", "", ""}};
  return citation;
}

// Whether braces are in pairs and close the entry only at its end.
bool is_one_entry(std::string_view bib) {
  int depth = 0;
  for (std::size_t at = 0; at < bib.size(); ++at) {
    depth += bib[at] == '{' ? 1 : bib[at] == '}' ? -1 : 0;
    if (depth == 0 && bib[at] == '}') {
      return bib.substr(at) == "}\n";
    }
  }
  return false;
}

}  // namespace

TEST_CASE("no text breaks out of a BibTeX entry") {
  Citation citation = hostile();
  CHECK(is_one_entry(bibtex(citation)));
  citation.arxiv_id = kHostile;
  CHECK(is_one_entry(bibtex(citation)));
  CHECK(bibtex(citation).find("{Rock and Roll}, A") != std::string::npos);
}

TEST_CASE("no text breaks out of a line of RIS") {
  const std::string record = ris(hostile());
  CHECK(base::starts_with(record, "TY  - "));
  CHECK(base::ends_with(record, "\r\nER  - \r\n"));
  CHECK(record.find("ER  - \r\n") == record.size() - 8);
  CHECK(record.find("\nTY") == std::string::npos);
  CHECK(record.find("\u2028") == std::string::npos);
  for (std::size_t at = record.find('\n'); at != std::string::npos; at = record.find('\n', at + 1)) {
    CHECK(record[at - 1] == '\r');
  }
}

TEST_CASE("CSL-JSON is JSON whatever it holds, and safe in a page") {
  const std::string json = csl_json_file({csl_json(hostile()), csl_json(Citation{})});
  CHECK(json.find("</") == std::string::npos);
  const base::Source source("citations.json", json);
  base::Diagnostics diagnostics;
  const std::optional<value::Value> read = value::read_json(source, diagnostics);
  REQUIRE(read.has_value());
  const value::Object& first = *read->array()->at(0).object();
  CHECK(first.find("title")->scalar()->text == kHostile);
  CHECK(first.find("author")->array()->size() == 3);
}

TEST_CASE("COinS hold no sign that parts them or means anything in HTML") {
  const std::string title = coins(hostile());
  CHECK(title.find_first_of("<>\"' \\{}+\r\n") == std::string::npos);
  CHECK(title.find("rft.atitle=%3C%2Ftitle%3E") == std::string::npos);  // a slash stays
  CHECK(title.find("rft.atitle=%3C/title%3E%3Cscript%3E") != std::string::npos);
}

TEST_CASE("nothing but a title is enough") {
  Citation citation;
  citation.key = "paper-x";
  citation.title = "X";
  CHECK(bibtex(citation) == "@misc{paper-x,\n  title = {{X}}\n}\n");
  CHECK(ris(citation) == "TY  - GEN\r\nID  - paper-x\r\nTI  - X\r\nER  - \r\n");
  CHECK(csl_json_file({csl_json(citation)}) ==
        "[{\"id\":\"paper-x\",\"type\":\"article\",\"title\":\"X\"}]\n");
  CHECK(coins(citation) == "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.atitle=X");
  CHECK(csl_json_file({}) == "[]\n");
}

}  // namespace paperboy::citations
