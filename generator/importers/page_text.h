#pragma once

#include "importers/format.h"
#include "importers/pasted_text.h"

namespace paperboy::importers {

// A daily page of scored papers as people paste it from a browser, by topic or as one list: usage, counts,
// coverage of topics, contents, papers, and the prompt they were chosen with.
const Format& page_text_format();

// The prompt at the end of a page, all below its title, as Markdown: headings, lists and what must not be
// read as markup. Its words are those of the page.
ContentFile page_prompt(Piece title, Piece body);

// What stands above the papers: neighbours, title, usage and counts.
class PageOpening {
 public:
  PageOpening(PastedEdition& out, base::Date date) : out_(out), date_(date) {}

  // Whether the line was understood.
  bool read(Piece line);
  // Puts runs and counts into the edition.
  void finish();
  // What `extra` keeps.
  value::Value neighbours() const { return neighbours_.build(); }

 private:
  bool read_neighbour(Piece line);
  bool read_table_head(Piece line);
  bool read_tokens(const std::vector<Piece>& words);
  bool read_costs(const std::vector<Piece>& words);
  bool read_count(Piece line);
  void end_run();

  PastedEdition& out_;
  base::Date date_;
  Mapping neighbours_;
  Mapping counts_;
  Mapping run_;
  value::Array runs_;
};

}  // namespace paperboy::importers
