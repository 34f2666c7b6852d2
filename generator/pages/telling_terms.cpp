#include "pages/telling_terms.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <unordered_map>

namespace paperboy::pages {

namespace {

// What papers are about stands in a title now and then; "prove" and "overhead" are words of abstracts.
constexpr double kTitleShareOfWord = 0.15;
constexpr double kTitleShareOfPair = 0.06;
// Two words belong together when the rarer one stands beside the other that often; more often where one of
// them says nothing alone: "scaling laws", not "large graph".
constexpr double kBoundShare = 0.08;
constexpr double kBoundShareOfCommon = 0.2;
constexpr double kPairWeight = 1.6;
// As if the rest of the corpus had so many more papers, of the usual kind: a few papers prove little.
constexpr double kUsualPapers = 20;

struct Candidate {
  TellingTerm term;
  double score = 0;
};

class TermChooser {
 public:
  TermChooser(const Corpus& corpus, const std::vector<std::size_t>& papers)
      : corpus_(corpus), papers_(papers) {}

  std::vector<Candidate> choose(std::size_t fewest) {
    count();
    std::vector<Candidate> candidates;
    for (const auto& [key, counted] : counts_) {
      const TellingTerm term{static_cast<Corpus::WordNumber>(key >> 32),
                             static_cast<Corpus::WordNumber>(key & 0xFFFFFFFFU)};
      if (counted.papers >= fewest && is_a_name(term)) {
        candidates.push_back({term, score(term, counted.papers)});
      }
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tuple(-a.score, a.term.first, a.term.second) <
             std::tuple(-b.score, b.term.first, b.term.second);
    });
    return candidates;
  }

 private:
  struct Counted {
    std::uint32_t papers = 0;
    std::size_t last = 0;  // paper it was counted for, from 1
  };

  void count() {
    for (std::size_t index = 0; index < papers_.size(); ++index) {
      const std::vector<Corpus::WordNumber>& words = corpus_.papers()[papers_[index]].words;
      for (std::size_t place = 0; place < words.size(); ++place) {
        add(words[place], 0, index + 1);
        if (place > 0 && words[place - 1] != 0 && words[place] != 0) {
          add(words[place - 1], words[place], index + 1);
        }
      }
    }
  }

  // A word alone, or two; a word that says nothing is no term alone, and Han characters are none.
  void add(Corpus::WordNumber first, Corpus::WordNumber second, std::size_t paper) {
    const bool is_alone = second == 0;
    if (first == 0 || (is_alone && (corpus_.is_han(first) || corpus_.is_common(first))) ||
        usage_of({first, second}).papers < 2) {
      return;
    }
    Counted& counted = counts_[(static_cast<std::uint64_t>(first) << 32) | second];
    if (counted.last != paper) {
      counted.last = paper;
      ++counted.papers;
    }
  }

  Corpus::Usage usage_of(const TellingTerm& term) const {
    return term.second == 0 ? corpus_.usage(term.first) : corpus_.usage(term.first, term.second);
  }

  // Whether it names something, as far as counts can tell.
  bool is_a_name(const TellingTerm& term) const {
    const Corpus::Usage usage = usage_of(term);
    if (term.second == 0) {
      return title_share(usage) >= kTitleShareOfWord;
    }
    if (corpus_.is_han(term.first)) {
      return corpus_.is_term(term.first, term.second);
    }
    const bool is_first_common = corpus_.is_common(term.first);
    const bool is_second_common = corpus_.is_common(term.second);
    if (is_first_common && is_second_common) {
      return false;
    }
    const std::uint32_t rarer = std::min(corpus_.usage(term.first).papers, corpus_.usage(term.second).papers);
    const double bound = static_cast<double>(usage.papers) / rarer;
    return bound >= (is_first_common || is_second_common ? kBoundShareOfCommon : kBoundShare) &&
           title_share(usage) >= kTitleShareOfPair;
  }

  // Of a few papers it may be chance that none has it in its title.
  static double title_share(Corpus::Usage usage) { return (usage.titles + 0.5) / (usage.papers + 8.0); }

  // How far the papers exceed what the rest of the corpus lets expect, and how many there are; rare terms say
  // more.
  double score(const TellingTerm& term, std::size_t papers_here) const {
    const auto here = static_cast<double>(papers_here);
    const auto everywhere = static_cast<double>(usage_of(term).papers);
    const auto all = static_cast<double>(corpus_.papers().size());
    const auto size = static_cast<double>(papers_.size());
    const double usual = everywhere / all;
    const double elsewhere = (everywhere - here + kUsualPapers * usual) / (all - size + kUsualPapers);
    const double expected = size * elsewhere;
    const double surplus = (here - expected) / std::sqrt(expected + 2);
    const double rarity = std::log((all + 1) / everywhere) / std::log(all + 1);
    return (surplus + 0.5 * std::sqrt(here)) * std::pow(rarity, 0.75) * (term.second == 0 ? 1 : kPairWeight);
  }

  const Corpus& corpus_;
  const std::vector<std::size_t>& papers_;
  std::unordered_map<std::uint64_t, Counted> counts_;
};

}  // namespace

std::vector<TellingTerm> telling_terms(const Corpus& corpus, const std::vector<std::size_t>& papers,
                                       std::size_t fewest, std::size_t most) {
  std::vector<TellingTerm> terms;
  for (const Candidate& candidate : TermChooser(corpus, papers).choose(fewest)) {
    if (terms.size() == most || candidate.score <= 0) {
      break;
    }
    terms.push_back(candidate.term);
  }
  return terms;
}

}  // namespace paperboy::pages
