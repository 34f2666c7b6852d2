#include "pages/period_papers.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pages/paper_lists.h"
#include "pages/series_card.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kPapersOfTopic = 3;
constexpr std::size_t kAuthors = 10;
constexpr std::size_t kFewestPapersOfAuthor = 2;
constexpr std::size_t kRepeated = 5;

}  // namespace

PeriodPapers::PeriodPapers(const Catalog& catalog, std::string_view language,
                           const std::vector<std::size_t>& editions, base::Date first_day)
    : catalog_(catalog), views_(catalog.in(language)) {
  for (const std::size_t edition : editions) {
    for (std::size_t entry = 0; entry < catalog.archive.editions[edition].entries.size(); ++entry) {
      add({edition, entry});
    }
  }
  for (const auto& [paper, known] : papers_) {
    const model::Appearance& first = catalog.archive.papers[paper].appearances.front();
    known_before_ += catalog.archive.editions[first.edition].date < first_day ? 1U : 0U;
  }
}

void PeriodPapers::add(const model::Appearance& place) {
  const model::Archive& archive = catalog_.archive;
  const model::Edition& edition = archive.editions[place.edition];
  const model::Entry& entry = edition.entries[place.entry];
  const std::size_t paper = entry.record;
  const Candidate candidate{
      place, paper, entry.total ? entry.total->value : 0, entry.total.has_value(), entry.rank, edition.date};
  Known& known = papers_[paper];
  keep_better(candidate, known.best);
  known.newest = candidate;
  ++known.editions;
  const bool has_topic = archive.site.topic(entry.topic) != nullptr;
  keep_better(candidate, by_topic_[has_topic ? entry.topic : ""][paper]);
  scored_ = scored_ || candidate.is_scored;
}

// The earlier of equals.
void PeriodPapers::keep_better(const Candidate& candidate, std::optional<Candidate>& best) {
  if (!best || candidate.total > best->total) {
    best = candidate;
  }
}

// By total; without any scores by place in the edition. Papers stand in the archive by their ids.
bool PeriodPapers::stands_before(const Candidate& a, const Candidate& b) const {
  if (scored_ && a.total != b.total) {
    return a.total > b.total;
  }
  if (!scored_ && a.rank != b.rank) {
    return a.rank < b.rank;
  }
  return std::tie(a.date, a.rank, a.paper) < std::tie(b.date, b.rank, b.paper);
}

std::vector<const EntryView*> PeriodPapers::best_of(std::vector<Candidate> candidates,
                                                    std::size_t most) const {
  if (scored_) {
    std::erase_if(candidates, [](const Candidate& candidate) { return !candidate.is_scored; });
  }
  std::sort(candidates.begin(), candidates.end(),
            [this](const Candidate& a, const Candidate& b) { return stands_before(a, b); });
  candidates.resize(std::min(candidates.size(), most));
  std::vector<const EntryView*> entries;
  for (const Candidate& candidate : candidates) {
    entries.push_back(&views_.entry(candidate.place));
  }
  return entries;
}

std::vector<const EntryView*> PeriodPapers::top(std::size_t most) const {
  std::vector<Candidate> candidates;
  for (const auto& [paper, known] : papers_) {
    candidates.push_back(*known.best);
  }
  return best_of(std::move(candidates), most);
}

std::vector<CountView> PeriodPapers::topics() const {
  std::vector<CountView> counts;
  for (const model::Topic& topic : catalog_.archive.site.topics) {
    auto found = by_topic_.find(topic.id);
    if (found != by_topic_.end()) {
      counts.push_back(topic_count(catalog_, views_.language(), topic, found->second.size()));
    }
  }
  auto unsorted = by_topic_.find("");
  if (unsorted != by_topic_.end() && !counts.empty()) {
    counts.push_back({catalog_.phrase(views_.language(), "unsorted"), "", "", unsorted->second.size()});
  }
  return counts;
}

// Where a topic has no more papers than would be shown, there is nothing to choose.
std::vector<TopicTopView> PeriodPapers::topic_tops() const {
  std::vector<TopicTopView> tops;
  for (const model::Topic& topic : catalog_.archive.site.topics) {
    auto found = by_topic_.find(topic.id);
    if (found == by_topic_.end() || found->second.size() <= kPapersOfTopic) {
      continue;
    }
    std::vector<Candidate> candidates;
    for (const auto& [paper, best] : found->second) {
      candidates.push_back(*best);
    }
    CountView count = topic_count(catalog_, views_.language(), topic, candidates.size());
    tops.push_back({{topic.id, count.label, count.language, count.address},
                    count.count,
                    best_of(std::move(candidates), kPapersOfTopic)});
  }
  return tops;
}

std::vector<CountView> PeriodPapers::authors() const {
  std::unordered_map<const AuthorRecord*, std::size_t> counts;
  for (const auto& [paper, known] : papers_) {
    for (const AuthorRecord* author : catalog_.index.paper_authors[paper]) {
      ++counts[author];
    }
  }
  std::erase_if(counts, [](const auto& counted) { return counted.second < kFewestPapersOfAuthor; });
  std::vector<std::pair<const AuthorRecord*, std::size_t>> most(counts.begin(), counts.end());
  std::sort(most.begin(), most.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first->slug < b.first->slug;
  });
  most.resize(std::min(most.size(), kAuthors));
  std::vector<CountView> views;
  for (const auto& [author, count] : most) {
    views.push_back({author->name, author_address(catalog_, views_.language(), *author), "", count});
  }
  return views;
}

std::vector<RepeatedPaperView> PeriodPapers::repeated() const {
  std::vector<Known> repeated;
  for (const auto& [paper, known] : papers_) {
    if (known.editions > 1) {
      repeated.push_back(known);
    }
  }
  std::stable_sort(repeated.begin(), repeated.end(), [](const Known& a, const Known& b) {
    return a.editions != b.editions ? a.editions > b.editions : a.newest.date > b.newest.date;
  });
  repeated.resize(std::min(repeated.size(), kRepeated));
  std::vector<RepeatedPaperView> views;
  for (const Known& known : repeated) {
    views.push_back({&views_.entry(known.newest.place), known.editions});
  }
  return views;
}

std::vector<StateCountView> count_states(const model::Archive& archive,
                                         const std::vector<std::size_t>& editions) {
  std::vector<StateCountView> counts;
  for (model::EditionState state : {model::EditionState::Published, model::EditionState::Quiet,
                                    model::EditionState::Empty, model::EditionState::Failed}) {
    auto count = std::count_if(editions.begin(), editions.end(),
                               [&](std::size_t edition) { return archive.editions[edition].state == state; });
    if (count > 0) {
      counts.push_back({model::to_string(state), static_cast<std::size_t>(count)});
    }
  }
  return counts;
}

}  // namespace paperboy::pages
