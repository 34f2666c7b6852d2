#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "bench/texts.h"

namespace paperboy::bench {

struct Size {
  std::size_t days = 250;
  std::size_t papers = 40;  // new ones a day
  std::uint64_t seed = 1;
};

struct Paper {
  std::string id;
  std::string title;
  std::vector<std::string> authors;
  std::string abstract;
  std::string category;
  std::size_t topic = 0;
};

// A paper on a day.
struct Entry {
  std::size_t paper = 0;  // in Archive::papers
  std::size_t version = 1;
  std::size_t relevance = 0;
  std::size_t novelty = 0;
  std::size_t also_matches = 0;  // a topic; the paper's own when there is no other
  std::string comment;
  std::string chinese_comment;
  std::string topic_match;  // often empty
};

struct Day {
  base::Date date;
  std::vector<Entry> entries;
  std::size_t total = 0;
  std::size_t scanned = 0;
  std::vector<std::size_t> theme_topics;
  std::size_t prompt_tokens = 0;
  std::size_t completion_tokens = 0;
};

struct Pick {
  std::size_t paper = 0;
  std::string commentary;  // Chinese, in Markdown
};

struct Week {
  base::Date date;  // a Saturday
  std::vector<Pick> picks;
  std::vector<std::string> reasons;  // for the first picks
  std::vector<Term> keywords;
};

struct Archive {
  std::vector<Paper> papers;
  std::vector<Day> days;
  std::vector<Week> weeks;
};

// Days from Monday to Friday, beginning on 3 January 2022. A longer archive begins with the days of a shorter
// one.
Archive make_archive(const Size& size);

}  // namespace paperboy::bench
