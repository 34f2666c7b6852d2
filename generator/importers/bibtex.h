#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/csl_json.h"
#include "importers/format.h"

namespace paperboy::importers {

// A reference manager's export in BibTeX, as the draft of an edition. TeX in it stays TeX.
const Format& bibtex_format();

// A piece of a value: between braces or quotes, a number, or the name of a @string.
struct BibPart {
  base::SourceSpan text;  // without the braces or quotes
  bool is_name = false;
};

// `journal = jan # { 2026}`
struct BibField {
  base::SourceSpan name;
  base::SourceSpan value;  // all of it as it was written
  std::vector<BibPart> parts;
};

struct BibEntry {
  base::SourceSpan whole;
  base::SourceSpan type;  // after the `@`
  base::SourceSpan key;   // empty for @string
  std::vector<BibField> fields;
  base::SourceSpan rest;  // what could not be read, up to where the entry ends
};

struct BibFile {
  std::vector<BibEntry> entries;           // @string among them
  std::vector<base::SourceSpan> comments;  // @comment, @preamble and text between entries
};

// Reads what it can: an entry that never closes ends where the next begins, or at the end of the file. Its
// mistakes are reported.
BibFile read_bibtex(const base::Source& source, base::Diagnostics& diagnostics);

// One work as an entry of the list. `strings` gives the meaning of names.
using BibStrings = std::vector<std::pair<std::string, std::string>>;
void read_bib_entry(const BibEntry& work, const BibStrings& strings, ReadingList& list, Imported& imported);
// What a value means: names replaced, pieces joined, one line.
std::string meaning(const BibField& field, const BibStrings& strings);

}  // namespace paperboy::importers
