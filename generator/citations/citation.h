#pragma once

#include <string>
#include <string_view>
#include <vector>

// Papers as reference managers take them. Everything here is plain text in Unicode, free of TeX and HTML,
// unless it is said to be something else.
namespace paperboy::citations {

// One author: a person by family and given name, or whoever has one name only (an organisation, a name in
// Han).
struct Name {
  std::string family;   // "van der Maaten"; empty: the name is `literal`
  std::string given;    // may be empty
  std::string suffix;   // "Jr."
  std::string literal;  // "Gemma Team", "张三"
};

// Reads a name as papers print it. The last word is the family name, with the particles before it ("van
// der"); a comma parts the family name from the given one where it is written first. Names in Han and those
// that call themselves a team, group or collaboration are not parted.
Name split_name(std::string_view printed);

// Calendar facts as far as they are known: 0 is an unknown year, month or day.
struct PartialDate {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

struct Citation {
  std::string key;  // ASCII, unique on the site
  std::string title;
  std::string tex_title;  // TeX: the title with its formulas as they were written
  std::vector<Name> authors;
  bool authors_cut = false;  // "… and others"
  PartialDate date;
  std::string doi;       // "10.48550/arXiv.2605.03769" or empty
  std::string arxiv_id;  // "2605.03769" or empty
  std::string category;  // primary: "cs.LG"
  std::string source;    // where it was published: "PLOS Medicine"; empty when unknown
  std::string url;
  std::string abstract;
  std::string language;  // of title and abstract: "zh-Hans"
  std::vector<std::string> keywords;
};

// One entry, ends in a line feed. Papers on arXiv take the form that arXiv itself gives, those with another
// source are articles: https://info.arxiv.org/help/hypertex/bibstyles/, http://www.bibtex.org/Format/
std::string bibtex(const Citation& citation);

// One record, ends in CRLF. Preprints are MANSCPT, a manuscript: RIS has no type for them, JOUR would make up
// a journal, and the types for unpublished work are not known to all.
// https://en.wikipedia.org/wiki/RIS_(file_format)
std::string ris(const Citation& citation);

// One item of the list that a file holds.
std::string csl_json(const Citation& citation);

// A record whose abstract is left out, and the place where it belongs: a paper stands in many files, and only
// in some of them with its abstract. Whole records are `before` + the abstract in its format + `after`.
struct RecordParts {
  std::string before, after;
};
RecordParts ris_parts(const Citation& citation);
RecordParts csl_json_parts(const Citation& citation);
// Empty for an empty abstract.
std::string ris_abstract(std::string_view abstract);
std::string csl_json_abstract(std::string_view abstract);

// A file with these items.
// https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
std::string csl_json_file(const std::vector<std::string_view>& items);

// What stands in the `title` of a span of class Z3988, before it is escaped for HTML. Names only what tells
// papers apart: pages have one for every paper.
// http://www.openurl.info/registry/docs/mtx/info:ofi/fmt:kev:mtx:journal
std::string coins(const Citation& citation);

// Text that TeX prints as it stands: signs that mean something to it and Latin letters with accents become
// macros, every other letter stays. Braces are always in pairs, which is what parts the fields of BibTeX.
std::string tex_text(std::string_view plain);

}  // namespace paperboy::citations
