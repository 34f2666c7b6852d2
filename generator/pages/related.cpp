#include "pages/related.h"

#include <algorithm>
#include <cmath>
#include <map>

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

// Papers that share something, in the order of their first editions.
using Postings = std::vector<std::vector<std::size_t>>;

struct Candidate {
  double likeness = 0;
  std::vector<std::pair<double, std::size_t>> terms;  // weight, number
  std::vector<std::size_t> authors;
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
    std::map<std::size_t, Candidate> candidates;
    add_by_terms(paper, candidates);
    add_by_authors(paper, candidates);
    std::vector<Relation> nearest = best(paper, candidates);
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
      for (const WeightedTerm& term : terms_[paper]) {
        by_term_[term.term].push_back(paper);
      }
      for (std::size_t author : ties_[paper].authors) {
        by_author_.resize(std::max(by_author_.size(), author + 1));
        by_author_[author].push_back(paper);
      }
      if (ties_[paper].topic) {
        by_topic_.resize(std::max(by_topic_.size(), *ties_[paper].topic + 1));
        by_topic_[*ties_[paper].topic].push_back(paper);
      }
    }
  }

  // Calls `visit` for the papers of a posting list that are near to the paper in time.
  template <typename Visit>
  void near(const std::vector<std::size_t>& papers, std::size_t paper, Visit visit) const {
    auto here = std::lower_bound(papers.begin(), papers.end(), paper, [&](std::size_t a, std::size_t b) {
      return place_in_time_[a] < place_in_time_[b];
    });
    auto place = static_cast<std::size_t>(here - papers.begin());
    std::size_t first = place > kNeighbours ? place - kNeighbours : 0;
    std::size_t last = std::min(papers.size(), place + kNeighbours + 1);
    for (std::size_t other = first; other < last; ++other) {
      if (papers[other] != paper) {
        visit(papers[other]);
      }
    }
  }

  double weight_in(std::size_t paper, Corpus::TermNumber wanted) const {
    for (const WeightedTerm& term : terms_[paper]) {
      if (term.term == wanted) {
        return term.weight;
      }
    }
    return 0;
  }

  void add_by_terms(std::size_t paper, std::map<std::size_t, Candidate>& candidates) const {
    for (const WeightedTerm& term : terms_[paper]) {
      near(by_term_[term.term], paper, [&](std::size_t other) {
        double product = term.weight * weight_in(other, term.term);
        Candidate& candidate = candidates[other];
        candidate.likeness += product;
        candidate.terms.emplace_back(product, term.term);
      });
    }
  }

  void add_by_authors(std::size_t paper, std::map<std::size_t, Candidate>& candidates) const {
    for (std::size_t author : ties_[paper].authors) {
      near(by_author_[author], paper,
           [&](std::size_t other) { candidates[other].authors.push_back(author); });
    }
  }

  bool is_related(const Candidate& candidate) const {
    return !candidate.authors.empty() ||
           (candidate.terms.size() >= kFewestTerms && candidate.likeness >= kLeastLikeness);
  }

  double score(std::size_t paper, std::size_t other, const Candidate& candidate) const {
    bool same_topic = ties_[paper].topic && ties_[paper].topic == ties_[other].topic;
    double by_authors =
        std::min(kMostAuthorWeight, kAuthorWeight * static_cast<double>(candidate.authors.size()));
    return candidate.likeness + by_authors + (same_topic ? kTopicWeight : 0);
  }

  std::vector<Relation> best(std::size_t paper, std::map<std::size_t, Candidate>& candidates) const {
    std::vector<std::pair<double, std::size_t>> scored;
    for (const auto& [other, candidate] : candidates) {
      if (is_related(candidate)) {
        scored.emplace_back(score(paper, other, candidate), other);
      }
    }
    std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    scored.resize(std::min(scored.size(), kRelations));
    std::vector<Relation> relations;
    for (const auto& [value, other] : scored) {
      relations.push_back(relation(other, candidates[other]));
    }
    return relations;
  }

  // People with few papers tell more than those who wrote many.
  Relation relation(std::size_t other, Candidate& candidate) const {
    Relation found{other, RelationReason::Terms, {}};
    if (!candidate.authors.empty()) {
      found.reason = RelationReason::Authors;
      found.shared = std::move(candidate.authors);
      std::stable_sort(found.shared.begin(), found.shared.end(), [&](std::size_t a, std::size_t b) {
        return by_author_[a].size() < by_author_[b].size();
      });
    } else {
      std::sort(candidate.terms.begin(), candidate.terms.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
      });
      for (const auto& [weight, term] : candidate.terms) {
        found.shared.push_back(term);
      }
    }
    found.shared.resize(std::min(found.shared.size(), kSharedShown));
    return found;
  }

  void fill_from_topic(std::size_t paper, std::vector<Relation>& relations) const {
    if (!ties_[paper].topic || relations.size() >= kRelations) {
      return;
    }
    std::vector<std::pair<std::size_t, std::size_t>> by_distance;
    near(by_topic_[*ties_[paper].topic], paper, [&](std::size_t other) {
      std::size_t a = place_in_time_[paper];
      std::size_t b = place_in_time_[other];
      by_distance.emplace_back(a > b ? a - b : b - a, other);
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

std::vector<std::vector<Relation>> relate_papers(const Corpus& corpus, const std::vector<PaperTies>& ties,
                                                 std::size_t threads) {
  RelationFinder finder(corpus, ties, threads);
  std::vector<std::vector<Relation>> relations(ties.size());
  base::parallel_for(ties.size(), threads,
                     [&](std::size_t paper) { relations[paper] = finder.relations(paper); });
  return relations;
}

}  // namespace paperboy::pages
