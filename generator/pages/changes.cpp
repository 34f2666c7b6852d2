#include "pages/changes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace paperboy::pages {

namespace {

constexpr double kChance = 0.001;
constexpr std::size_t kFewestPapers = 3;      // below, a topic's share is not known well enough
constexpr std::size_t kEditionsOfChange = 3;  // topics that come up within so many editions came together

std::vector<std::string> sorted(std::set<std::string> names) {
  return {names.begin(), names.end()};
}

std::vector<std::string> models(const model::Edition& edition) {
  std::set<std::string> names;
  for (const model::Run& run : edition.runs) {
    if (!run.model.empty()) {
      names.insert(run.model);
    }
  }
  return sorted(std::move(names));
}

std::vector<std::string> prompts(const model::Edition& edition) {
  return sorted({edition.prompts.begin(), edition.prompts.end()});
}

using Editions = std::vector<const model::Edition*>;

template <typename NamesOf>
void add_name_changes(const Editions& editions, Change::Kind kind, NamesOf names_of,
                      std::vector<Change>& changes) {
  std::vector<std::string> last;
  for (const model::Edition* edition : editions) {
    std::vector<std::string> names = names_of(*edition);
    if (names.empty() || names == last) {
      continue;
    }
    if (!last.empty()) {
      changes.push_back({kind, edition->date, last, names});
    }
    last = std::move(names);
  }
}

// How often and where a topic was used; places count editions with papers.
struct TopicUse {
  std::size_t first = 0, last = 0;
  std::size_t papers = 0, papers_in_first = 0, papers_in_last = 0;
};

class TopicHistory {
 public:
  explicit TopicHistory(const Editions& editions) {
    for (const model::Edition* edition : editions) {
      if (!edition->entries.empty()) {
        add(*edition);
      }
    }
  }

  std::vector<Change> changes() const {
    std::map<std::size_t, Change> by_place;
    for (const auto& [topic, use] : topics_) {
      if (begins(use)) {
        change_at(by_place, use.first).to.push_back(topic);
      }
      if (ends(use)) {
        change_at(by_place, use.last + 1).from.push_back(topic);
      }
    }
    return joined(by_place);
  }

 private:
  void add(const model::Edition& edition) {
    const std::size_t place = dates_.size();
    for (const model::Entry& entry : edition.entries) {
      if (!entry.topic.empty()) {
        TopicUse& use = topics_.try_emplace(entry.topic, TopicUse{place, place, 0, 0, 0}).first->second;
        use.papers_in_last = use.last == place ? use.papers_in_last + 1 : 1;
        use.papers_in_first += use.first == place ? 1U : 0U;
        use.last = place;
        ++use.papers;
      }
    }
    dates_.push_back(edition.date);
    papers_before_.push_back(papers_before_.back() + edition.entries.size());
  }

  // Whether `absent` papers without the topic are no chance, when `used` of `of` papers have it.
  static bool is_no_chance(std::size_t absent, std::size_t used, std::size_t of) {
    if (absent == 0 || used < kFewestPapers) {
      return false;
    }
    const double share = static_cast<double>(used) / static_cast<double>(of);
    return share >= 1 || static_cast<double>(absent) * std::log1p(-share) < std::log(kChance);
  }

  // The edition in which a topic came up is no measure of its share, since it was chosen for having it.
  bool begins(const TopicUse& use) const {
    return is_no_chance(papers_before_[use.first], use.papers - use.papers_in_first,
                        papers_before_.back() - papers_before_[use.first + 1]);
  }
  bool ends(const TopicUse& use) const {
    return is_no_chance(papers_before_.back() - papers_before_[use.last + 1], use.papers - use.papers_in_last,
                        papers_before_[use.last]);
  }

  Change& change_at(std::map<std::size_t, Change>& by_place, std::size_t place) const {
    return by_place.try_emplace(place, Change{Change::Kind::Topics, dates_[place], {}, {}}).first->second;
  }

  static std::vector<Change> joined(const std::map<std::size_t, Change>& by_place) {
    std::vector<Change> changes;
    std::size_t begin = 0;
    for (const auto& [place, change] : by_place) {
      if (changes.empty() || place > begin + kEditionsOfChange) {
        changes.push_back(change);
        begin = place;
        continue;
      }
      Change& whole = changes.back();
      // What begins tells the day better than what was not seen again.
      if (whole.to.empty() && !change.to.empty()) {
        whole.date = change.date;
      }
      whole.from.insert(whole.from.end(), change.from.begin(), change.from.end());
      whole.to.insert(whole.to.end(), change.to.begin(), change.to.end());
    }
    return changes;
  }

  std::vector<base::Date> dates_;
  std::vector<std::size_t> papers_before_ = {0};  // papers in all editions before a place
  std::map<std::string, TopicUse> topics_;
};

}  // namespace

std::vector<Change> find_changes(const model::Archive& archive, const std::vector<std::size_t>& editions) {
  Editions row;
  for (const std::size_t edition : editions) {
    row.push_back(&archive.editions[edition]);
  }
  std::vector<Change> changes;
  add_name_changes(row, Change::Kind::Model, models, changes);
  add_name_changes(row, Change::Kind::Prompt, prompts, changes);
  for (Change& change : TopicHistory(row).changes()) {
    changes.push_back(std::move(change));
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return a.date < b.date; });
  return changes;
}

}  // namespace paperboy::pages
