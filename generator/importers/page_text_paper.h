#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "importers/page_text_topics.h"

namespace paperboy::importers {

// The first line below a paper's title.
inline constexpr std::string_view kPageId = "ArXiv ID:";

// The lines of a paper, "Label: text" each.
class PagePaper {
 public:
  // `entry` has what the title's line says.
  PagePaper(PastedEdition& out, PageTopics& topics, Mapping entry)
      : out_(out), topics_(topics), entry_(std::move(entry)) {}

  void read(Piece line);
  // The entry; the heading above tells its topic when its own lines do not.
  Mapping finish(const std::string& topic);
  // The names as they stand.
  Piece authors() const { return authors_; }
  // Labels of topics, to be told apart when all are known.
  Piece also_matches() const { return also_matches_; }

 private:
  void set_field(std::string_view label, Piece text);
  bool read_scores(Piece line);
  void end_text();

  PastedEdition& out_;
  PageTopics& topics_;
  Mapping entry_;
  Piece authors_;
  Piece also_matches_;
  std::set<std::string_view> read_;
  std::string_view last_;  // the text that further lines belong to
  std::vector<Piece> text_;
};

}  // namespace paperboy::importers
