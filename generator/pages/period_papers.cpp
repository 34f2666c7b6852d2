#include "pages/period_papers.h"

#include <algorithm>
#include <set>

#include "pages/keywords.h"
#include "pages/paper_lists.h"
#include "pages/series_card.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kPapersOfTopic = 3;
constexpr std::size_t kAuthors = 10;
constexpr std::size_t kFewestPapersOfAuthor = 2;
constexpr std::size_t kRepeated = 5;

const EntryView* better(const EntryView* kept, const EntryView& entry) {
  return kept == nullptr || entry.total_value > kept->total_value ? &entry : kept;
}

}  // namespace

PeriodPapers::PeriodPapers(const Catalog& catalog, std::string_view language,
                           const std::vector<std::size_t>& editions, std::string first_day)
    : catalog_(catalog), views_(catalog.in(language)) {
  std::set<std::size_t> known_before;
  for (std::size_t edition : editions) {
    for (const EntryView& entry : views_.entries(edition)) {
      auto paper = views_.index_of(*entry.paper);
      Known& known = papers_[paper];
      known.best = better(known.best, entry);
      known.newest = &entry;
      ++known.editions;
      const EntryView*& of_topic = by_topic_[entry.topic ? entry.topic->id : ""][paper];
      of_topic = better(of_topic, entry);
      scored_ = scored_ || !entry.total.empty();
      if (entry.first_seen != nullptr && entry.first_seen->date < first_day) {
        known_before.insert(paper);
      }
    }
  }
  known_before_ = known_before.size();
}

// By total; without any scores by place in the edition.
bool PeriodPapers::stands_before(const EntryView* a, const EntryView* b) const {
  if (scored_ && a->total_value != b->total_value) {
    return a->total_value > b->total_value;
  }
  if (!scored_ && a->rank != b->rank) {
    return a->rank < b->rank;
  }
  if (a->edition->date != b->edition->date) {
    return a->edition->date < b->edition->date;
  }
  return a->rank != b->rank ? a->rank < b->rank : a->paper->id < b->paper->id;
}

std::vector<const EntryView*> PeriodPapers::best_of(std::vector<const EntryView*> entries,
                                                    std::size_t most) const {
  if (scored_) {
    entries.erase(std::remove_if(entries.begin(), entries.end(),
                                 [](const EntryView* entry) { return entry->total.empty(); }),
                  entries.end());
  }
  std::sort(entries.begin(), entries.end(),
            [this](const EntryView* a, const EntryView* b) { return stands_before(a, b); });
  entries.resize(std::min(entries.size(), most));
  return entries;
}

std::vector<const EntryView*> PeriodPapers::top(std::size_t most) const {
  std::vector<const EntryView*> entries;
  for (const auto& [paper, known] : papers_) {
    entries.push_back(known.best);
  }
  return best_of(std::move(entries), most);
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
    std::vector<const EntryView*> entries;
    for (const auto& [paper, entry] : found->second) {
      entries.push_back(entry);
    }
    CountView count = topic_count(catalog_, views_.language(), topic, entries.size());
    tops.push_back({{topic.id, count.label, count.language, count.address},
                    count.count,
                    best_of(std::move(entries), kPapersOfTopic)});
  }
  return tops;
}

std::vector<CountView> PeriodPapers::authors() const {
  std::map<std::string_view, std::pair<const AuthorRecord*, std::size_t>> by_slug;
  for (const auto& [paper, known] : papers_) {
    for (const AuthorRecord* author : catalog_.index.paper_authors[paper]) {
      auto& counted = by_slug[author->slug];
      counted.first = author;
      ++counted.second;
    }
  }
  std::vector<CountView> counts;
  for (const auto& [slug, counted] : by_slug) {
    if (counted.second >= kFewestPapersOfAuthor) {
      counts.push_back({counted.first->name, author_address(catalog_, views_.language(), *counted.first), "",
                        counted.second});
    }
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const CountView& a, const CountView& b) { return a.count > b.count; });
  counts.resize(std::min(counts.size(), kAuthors));
  return counts;
}

std::vector<RepeatedPaperView> PeriodPapers::repeated() const {
  std::vector<RepeatedPaperView> views;
  for (const auto& [paper, known] : papers_) {
    if (known.editions > 1) {
      views.push_back({known.newest, known.editions});
    }
  }
  std::stable_sort(views.begin(), views.end(), [](const RepeatedPaperView& a, const RepeatedPaperView& b) {
    return a.edition_count != b.edition_count ? a.edition_count > b.edition_count
                                              : a.entry->edition->date > b.entry->edition->date;
  });
  views.resize(std::min(views.size(), kRepeated));
  return views;
}

std::vector<CountView> PeriodPapers::keywords(std::size_t most) const {
  std::vector<std::size_t> papers;
  for (const auto& [paper, known] : papers_) {
    papers.push_back(paper);
  }
  std::vector<CountView> counts;
  for (Keyword& keyword : find_keywords(views_.corpus(), papers, most)) {
    std::string language = foreign_language(keyword.shown, "", views_.language());
    counts.push_back({std::move(keyword.shown), "", std::move(language), keyword.papers});
  }
  return counts;
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
