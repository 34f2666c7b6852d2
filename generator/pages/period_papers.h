#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "pages/catalog.h"
#include "pages/page_view.h"

namespace paperboy::pages {

// The papers of a week, month or year, in one language: what mattered, computed from the facts of its
// editions. Only entries that are given out are looked at as pages show them.
class PeriodPapers {
 public:
  // `editions` are indexes into Archive::editions, oldest first; `first_day` is that of the period.
  PeriodPapers(const Catalog& catalog, std::string_view language, const std::vector<std::size_t>& editions,
               base::Date first_day);

  std::size_t count() const { return papers_.size(); }
  // Papers that the archive had before the period.
  std::size_t count_known_before() const { return known_before_; }
  // Whether any paper has a score.
  bool is_scored() const { return scored_; }

  // The fields of RollupView of the same names.
  std::vector<const EntryView*> top(std::size_t most) const;
  std::vector<CountView> topics() const;
  std::vector<TopicTopView> topic_tops() const;
  std::vector<CountView> authors() const;
  std::vector<RepeatedPaperView> repeated() const;

 private:
  // An entry of the period.
  struct Candidate {
    model::Appearance place;
    std::size_t paper = 0;  // index into Archive::papers
    double total = 0;
    bool is_scored = false;
    std::size_t rank = 0;
    base::Date date;
  };
  struct Known {
    std::optional<Candidate> best;
    Candidate newest;
    std::size_t editions = 0;
  };

  void add(const model::Appearance& place);
  static void keep_better(const Candidate& candidate, std::optional<Candidate>& best);
  bool stands_before(const Candidate& a, const Candidate& b) const;
  std::vector<const EntryView*> best_of(std::vector<Candidate> candidates, std::size_t most) const;

  const Catalog& catalog_;
  const LanguageCatalog& views_;
  std::map<std::size_t, Known> papers_;  // by index into Archive::papers
  // Topic id → the best entries of its papers, by paper; "" for papers without a topic.
  std::map<std::string, std::map<std::size_t, std::optional<Candidate>>> by_topic_;
  std::size_t known_before_ = 0;
  bool scored_ = false;
};

// How many editions are in each state.
std::vector<StateCountView> count_states(const model::Archive& archive,
                                         const std::vector<std::size_t>& editions);

}  // namespace paperboy::pages
