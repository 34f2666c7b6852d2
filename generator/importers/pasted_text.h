#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/format.h"
#include "importers/tree.h"
#include "value/value.h"

namespace paperboy::importers {

// A part of an input text that knows its place, so that what is made of it can be found again.
class Piece {
 public:
  Piece() = default;
  explicit Piece(base::SourceSpan span) : span_(span) {}

  std::string_view text() const { return span_ ? span_.text() : std::string_view(); }
  base::SourceSpan span() const { return span_; }
  bool empty() const { return span_.begin == span_.end; }
  // Bytes from `offset` on, `count` at most, without white space around them.
  Piece sub(std::size_t offset, std::size_t count = std::string_view::npos) const;
  // What stands before and after a place.
  Piece before(std::size_t offset) const { return sub(0, offset); }
  Piece after(std::size_t offset) const { return sub(offset); }

 private:
  base::SourceSpan span_;
};

// The lines of a text without white space around them; blank ones are empty pieces.
std::vector<Piece> pasted_lines(const base::Source& source);
// The parts between separators; empty ones are left out, separators are the format's own words.
std::vector<Piece> split(Piece piece, std::string_view separator, Imported& imported);
// A separator of a list of terms: the first of "·", "、", ";", "；", "," , "，" that the text holds.
std::string_view term_separator(std::string_view text);

// A line of text, or a list of them.
value::Value text_of(Piece piece);
value::Value list_of(const std::vector<Piece>& pieces);
// Lines as they stand, paragraphs with one blank line between them.
value::Value paragraphs_of(const std::vector<Piece>& lines);

// "zh" for a text with Han characters, else "en".
std::string_view language_of(std::string_view text);
// The language that a file's name tells (`2026-06-06.zh.txt`), else that of its first lines.
std::string_view language_of_file(const base::Source& source);

// "3. Title", "3、Title", "3) Title".
struct Listed {
  Piece number;
  Piece mark;  // number and what ends it
  Piece text;
};
std::optional<Listed> listed(Piece line);

// A line that holds nothing but an address or id of a paper, or a label and that: "arXiv: <https://…>".
struct Link {
  Piece label;  // empty when there is none
  Piece address;
};
std::optional<Link> link_line(Piece line);

// Writes an edition: what all pasted lists share.
class PastedEdition {
 public:
  PastedEdition(Context& context, Imported& imported) : context_(context), imported_(imported) {}

  Mapping& edition() { return edition_; }
  Imported& imported() { return imported_; }
  void structure(Piece piece);
  bool knows_language(std::string_view language) const;
  // The text in a language; of no language where the site has not that one.
  value::Value local(std::string_view language, value::Value value) const;
  // Keeps a line that means nothing to the format, and says so.
  void unparsed(Piece line);
  // The paper's id, short where it is one of arXiv.
  value::Value id(Piece address);
  // Sets `authors`, and `authors_cut` where the list ends in "…", "et al." or "等".
  void authors(Piece names, Mapping& entry);
  // Whether the number is the one that the place tells; else it is kept in the entry.
  void number(Piece number, std::size_t place, Mapping& entry);
  // Left out when the series' own title says the same of that date.
  void title(Piece line, std::string_view language, base::Date date, std::string_view series);
  // `line` is where the entry begins.
  void add(const Mapping& entry, Piece line) { papers_.push_back(entry.build(line.span())); }
  std::size_t papers() const { return papers_.size(); }
  // Adds the edition to the result. Without a date nobody can say where it belongs.
  void finish(const base::Source& source, std::optional<base::Date> date, std::string_view series);

 private:
  Context& context_;
  Imported& imported_;
  Mapping edition_;
  value::Array papers_;
  value::Array unparsed_;
};

// Whether a file may be pasted text: .txt, or without an ending.
bool is_text_file(const InputFile& file);

}  // namespace paperboy::importers
