#include "pages/related.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/parallel.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kRelations = 4;
constexpr std::size_t kTermsOfPaper = 16;  // only a paper's most telling terms relate it
constexpr std::size_t kNeighbours = 32;    // to each side among the papers of a term or author
constexpr std::size_t kSharedShown = 3;
constexpr std::size_t kFewestTerms = 2;  // one shared term is chance
constexpr double kLeastLikeness = 0.08;  // cosine
constexpr double kAuthorWeight = 0.3;
constexpr double kMostAuthorWeight = 0.6;
constexpr double kTopicWeight = 0.1;

struct WeightedTerm {
  Corpus::TermNumber term = 0;
  double weight = 0;
};

// A paper among those that share something. All that is asked of it stands in it: in large archives papers
// stand far from each other.
struct Posting {
  std::uint32_t paper = 0;
  std::uint32_t place = 0;  // among all papers, in the order of their first editions
  double weight = 0;        // of the shared term in the paper
};
// By what is shared, each list in the order of places.
using Postings = std::vector<std::vector<Posting>>;

// One thing that another paper shares: a term with its share in the likeness, or an author.
struct Link {
  std::size_t paper = 0;
  bool by_author = false;
  std::size_t number = 0;  // of the term or author
  double likeness = 0;
};

// The links to one paper, authors first.
struct Candidate {
  const Link* first = nullptr;
  const Link* last = nullptr;
  std::size_t authors = 0;
  double likeness = 0;

  std::size_t terms() const { return static_cast<std::size_t>(last - first) - authors; }
};

class RelationFinder {
 public:
  RelationFinder(const Corpus& corpus, const std::vector<PaperTies>& ties, std::size_t threads)
      : corpus_(corpus), ties_(ties), terms_(ties.size()) {
    base::parallel_for(ties.size(), threads,
                       [&](std::size_t paper) { terms_[paper] = telling_terms(paper); });
    fill_postings();
  }

  std::vector<Relation> relations(std::size_t paper) const {
    std::vector<Link> links = find_links(paper);
    std::vector<Relation> nearest = best(paper, gather(links));
    fill_from_topic(paper, nearest);
    return nearest;
  }

 private:
  // Weights by frequency in the paper and rarity in the archive, scaled so that their squares add up to 1.
  std::vector<WeightedTerm> telling_terms(std::size_t paper) const {
    auto all = static_cast<double>(ties_.size());
    std::vector<WeightedTerm> telling;
    for (const Corpus::TermCount& counted : corpus_.papers()[paper].terms) {
      std::size_t papers = corpus_.paper_count(counted.term);
      if (papers < 2) {
        continue;
      }
      double weight = std::log(all / static_cast<double>(papers)) * (counted.in_title ? 2.0 : 1.0) *
                      (counted.count > 2 ? 1.5 : 1.0);
      if (weight > 0) {
        telling.push_back({counted.term, weight});
      }
    }
    std::sort(telling.begin(), telling.end(), [](const WeightedTerm& a, const WeightedTerm& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    });
    telling.resize(std::min(telling.size(), kTermsOfPaper));
    double squares = 0;
    for (const WeightedTerm& term : telling) {
      squares += term.weight * term.weight;
    }
    for (WeightedTerm& term : telling) {
      term.weight /= std::sqrt(squares);
    }
    telling.shrink_to_fit();  // most papers have many more that tell little
    return telling;
  }

  void fill_postings() {
    std::vector<std::size_t> in_time(ties_.size());
    for (std::size_t paper = 0; paper < in_time.size(); ++paper) {
      in_time[paper] = paper;
    }
    std::stable_sort(in_time.begin(), in_time.end(), [&](std::size_t a, std::size_t b) {
      return ties_[a].first_edition < ties_[b].first_edition;
    });
    place_in_time_.resize(ties_.size());
    by_term_.resize(corpus_.term_count());
    for (std::size_t place = 0; place < in_time.size(); ++place) {
      std::size_t paper = in_time[place];
      place_in_time_[paper] = place;
      Posting posting{static_cast<std::uint32_t>(paper), static_cast<std::uint32_t>(place), 0};
      for (const WeightedTerm& term : terms_[paper]) {
        by_term_[term.term].push_back({posting.paper, posting.place, term.weight});
      }
      for (std::size_t author : ties_[paper].authors) {
        by_author_.resize(std::max(by_author_.size(), author + 1));
        by_author_[author].push_back(posting);
      }
      if (ties_[paper].topic) {
        by_topic_.resize(std::max(by_topic_.size(), *ties_[paper].topic + 1));
        by_topic_[*ties_[paper].topic].push_back(posting);
      }
    }
  }

  // Calls `visit` for the papers of a posting list that are near to the paper in time.
  template <typename Visit>
  void near(const std::vector<Posting>& papers, std::size_t paper, Visit visit) const {
    auto here = std::lower_bound(papers.begin(), papers.end(), place_in_time_[paper],
                                 [](const Posting& posting, std::size_t at) { return posting.place < at; });
    auto place = static_cast<std::size_t>(here - papers.begin());
    std::size_t first = place > kNeighbours ? place - kNeighbours : 0;
    std::size_t last = std::min(papers.size(), place + kNeighbours + 1);
    for (std::size_t other = first; other < last; ++other) {
      if (papers[other].paper != paper) {
        visit(papers[other]);
      }
    }
  }

  std::vector<Link> find_links(std::size_t paper) const {
    std::vector<Link> links;
    for (const WeightedTerm& term : terms_[paper]) {
      near(by_term_[term.term], paper, [&](const Posting& other) {
        links.push_back({other.paper, false, term.term, term.weight * other.weight});
      });
    }
    for (std::size_t author : ties_[paper].authors) {
      near(by_author_[author], paper, [&](const Posting& other) {
        links.push_back({other.paper, true, author, 0});
      });
    }
    // Among the authors those with few papers tell more than those who wrote many.
    std::sort(links.begin(), links.end(), [&](const Link& a, const Link& b) {
      if (a.paper != b.paper) {
        return a.paper < b.paper;
      }
      if (a.by_author != b.by_author) {
        return a.by_author;
      }
      if (a.by_author && by_author_[a.number].size() != by_author_[b.number].size()) {
        return by_author_[a.number].size() < by_author_[b.number].size();
      }
      return a.likeness != b.likeness ? a.likeness > b.likeness : a.number < b.number;
    });
    return links;
  }

  static std::vector<Candidate> gather(const std::vector<Link>& links) {
    std::vector<Candidate> candidates;
    for (const Link& link : links) {
      if (candidates.empty() || candidates.back().first->paper != link.paper) {
        candidates.push_back({&link, &link, 0, 0});
      }
      Candidate& candidate = candidates.back();
      ++candidate.last;
      candidate.authors += link.by_author ? 1 : 0;
      candidate.likeness += link.likeness;
    }
    return candidates;
  }

  static bool is_related(const Candidate& candidate) {
    return candidate.authors > 0 ||
           (candidate.terms() >= kFewestTerms && candidate.likeness >= kLeastLikeness);
  }

  double score(std::size_t paper, const Candidate& candidate) const {
    const std::optional<std::size_t>& topic = ties_[candidate.first->paper].topic;
    bool same_topic = topic && topic == ties_[paper].topic;
    double by_authors = std::min(kMostAuthorWeight, kAuthorWeight * static_cast<double>(candidate.authors));
    return candidate.likeness + by_authors + (same_topic ? kTopicWeight : 0);
  }

  std::vector<Relation> best(std::size_t paper, const std::vector<Candidate>& candidates) const {
    std::vector<std::pair<double, const Candidate*>> scored;
    for (const Candidate& candidate : candidates) {
      if (is_related(candidate)) {
        scored.emplace_back(score(paper, candidate), &candidate);
      }
    }
    std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second->first->paper < b.second->first->paper;
    });
    scored.resize(std::min(scored.size(), kRelations));
    std::vector<Relation> relations;
    for (const auto& [value, candidate] : scored) {
      relations.push_back(relation(*candidate));
    }
    return relations;
  }

  // Authors and terms stand in the order of what they tell.
  static Relation relation(const Candidate& candidate) {
    bool by_authors = candidate.authors > 0;
    Relation found{candidate.first->paper, by_authors ? RelationReason::Authors : RelationReason::Terms, {}};
    std::size_t count = std::min(by_authors ? candidate.authors : candidate.terms(), kSharedShown);
    for (std::size_t place = 0; place < count; ++place) {
      found.shared.push_back(candidate.first[place].number);
    }
    return found;
  }

  void fill_from_topic(std::size_t paper, std::vector<Relation>& relations) const {
    if (!ties_[paper].topic || relations.size() >= kRelations) {
      return;
    }
    std::vector<std::pair<std::size_t, std::size_t>> by_distance;
    near(by_topic_[*ties_[paper].topic], paper, [&](const Posting& other) {
      std::size_t a = place_in_time_[paper];
      std::size_t b = other.place;
      by_distance.emplace_back(a > b ? a - b : b - a, other.paper);
    });
    std::sort(by_distance.begin(), by_distance.end());
    for (const auto& [distance, other] : by_distance) {
      bool is_known = std::any_of(relations.begin(), relations.end(),
                                  [other = other](const Relation& known) { return known.paper == other; });
      if (!is_known && relations.size() < kRelations) {
        relations.push_back({other, RelationReason::Topic, {}});
      }
    }
  }

  const Corpus& corpus_;
  const std::vector<PaperTies>& ties_;
  std::vector<std::vector<WeightedTerm>> terms_;  // by paper
  std::vector<std::size_t> place_in_time_;        // by paper
  Postings by_term_, by_author_, by_topic_;
};

}  // namespace

void relate_papers(const Corpus& corpus, const std::vector<PaperTies>& ties, std::size_t threads,
                   const TellRelations& tell) {
  RelationFinder finder(corpus, ties, threads);
  base::parallel_for(ties.size(), threads, [&](std::size_t paper) { tell(paper, finder.relations(paper)); });
}

}  // namespace paperboy::pages
