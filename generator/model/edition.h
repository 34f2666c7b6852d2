#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "model/paper.h"
#include "model/redirect.h"

namespace paperboy::model {

enum class EditionState {
  Published,  // has papers
  Quiet,      // nothing was announced that day
  Empty,      // papers were read, none was chosen
  Failed,     // papers were there to read but the run did not do its work
};
const char* to_string(EditionState state);

struct Score {
  std::string axis;  // "relevance"
  double value = 0;
  std::string given;  // as written: "9", "8.5"
};

// Why a paper is in an edition without scores.
enum class MatchedBy { Topic, Author };

struct NoteField {
  std::string label;  // "主旨"
  Located markdown;   // may be empty
};

// A paper in an edition. Facts about the paper itself are in `paper` as this edition gave them; the
// archive's merged Paper is found by id.
struct Entry {
  Paper paper;
  std::optional<base::Date> date;  // the date the edition's source gives for it
  AnnounceType announce_type = AnnounceType::None;
  std::string number;    // as given: "01", "0", "7"; empty when none
  std::size_t rank = 0;  // 1-based place in the edition after sorting
  std::vector<Score> scores;
  std::optional<Score> total;             // given, else the sum of scores
  std::string topic;                      // registry id; empty = unsorted
  std::vector<std::string> also_matches;  // registry ids
  MatchedBy matched_by = MatchedBy::Topic;
  LocatedText comment;      // TeX text, one or two sentences
  LocatedText topic_match;  // TeX text
  LocatedText commentary;   // Markdown, by a person
  Localized<std::vector<NoteField>> notes;
  LocatedText headline;  // other title, used in the headline list
  std::string tag;       // short label in the headline list: "LG"
  value::Object extra;
  base::SourceSpan span;
  std::size_t record = 0;  // index into Archive::papers, made by link_archive()
};

// What one model used and cost. Money is kept as written.
struct Run {
  std::string model;
  std::optional<std::int64_t> prompt_tokens, completion_tokens, total_tokens;
  std::string prompt_cost, completion_cost, total_cost;  // "$0.86"; empty when not given
  base::SourceSpan span;
};

struct Counts {
  std::optional<std::int64_t> total, scanned, relevant;
  base::SourceSpan span;
};

struct TopPick {
  std::string given;             // id or title prefix as written
  std::optional<PaperId> paper;  // found by linking
  std::string title;             // short title as written, may be empty
  Located reason;                // Markdown
  base::SourceSpan span;
};

// What an edition says in one language.
struct EditionText {
  Located title;  // empty: the series' pattern
  std::vector<std::string> themes;
  Located summary;                                          // Markdown
  std::vector<std::pair<std::string, std::string>> legend;  // tag, meaning
  std::vector<TopPick> top_picks;
  std::vector<std::string> keywords;
  Located body;     // Markdown before the first paper
  Located closing;  // Markdown after the last
};

// One dated number of a series.
struct Edition {
  std::string series;
  base::Date date;
  EditionState state = EditionState::Published;
  bool state_given = false;
  std::vector<std::string> languages;  // in which it exists, in the site's order
  Localized<EditionText> text;
  std::vector<Run> runs;
  Counts counts;
  std::vector<std::string> prompts;  // names below content/prompts/
  std::vector<Entry> entries;        // in reading order
  value::Object extra;
  std::vector<std::string> files;   // the files it came from, sorted
  std::vector<std::string> accept;  // codes of warnings its authors know and accept
  std::vector<OldAddress> redirects;
  base::SourceSpan span;
};

}  // namespace paperboy::model
