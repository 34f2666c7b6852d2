#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/format.h"
#include "importers/tree.h"

namespace paperboy::importers {

// JSON Lines by day, one paper a line, plain (`2026-07-01.jsonl`) or with notes
// (`2026-07-01_AI_enhanced_Chinese.jsonl`). Both files of a day make one edition.
const Format& structured_notes_format();

// What is said of one paper in one line, as an entry. `language` is the code of the notes, empty when not
// known: then they are the same for all languages. What has no place of its own goes to `extra`.
value::Value read_notes_line(const value::Value& line, std::string_view language);

// JSON Lines of many days in one file: lines that tell of the same day, together, by day. The day is what the
// line gives as a date, else the first of the month in its arXiv id, else the day of the line before. The
// file is read in pieces, however large it is.
std::vector<InputFile> split_by_day(const InputFile& file, base::Diagnostics& diagnostics);

// The papers of a day, each once, in the order in which they first came. A paper that comes again adds what
// was missing; where it says something else that is kept in the entry's `extra`, as `repeated_lines`.
class NotesDay {
 public:
  explicit NotesDay(Imported& imported) : imported_(imported) {}

  // The line that named this paper first, when there was one; nothing otherwise.
  base::SourceSpan add(const value::Value& entry);
  value::Array take_entries();

 private:
  Imported& imported_;
  std::vector<Mapping> entries_;
  std::vector<base::SourceSpan> spans_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace paperboy::importers
