#include "pages/telling_terms.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>

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
      : corpus_(corpus), papers_(papers), counts_(corpus.word_count()) {}

  std::vector<Candidate> choose(std::size_t fewest) {
    count_words();
    std::vector<Candidate> candidates;
    const auto add = [&](const TellingTerm& term, std::size_t papers) {
      if (papers >= fewest && is_a_name(term)) {
        candidates.push_back({term, score(term, papers)});
      }
    };
    for (const Corpus::WordNumber word : words_) {
      // A word that says nothing is no term alone, and Han characters are none.
      if (!corpus_.is_han(word) && !corpus_.is_common(word)) {
        add({word, 0}, counts_[word].papers);
      }
    }
    const std::vector<std::uint64_t> pairs = find_pairs(fewest);
    for (auto pair = pairs.begin(); pair != pairs.end();) {
      const auto next = std::find_if(pair, pairs.end(), [&](std::uint64_t other) { return other != *pair; });
      add({static_cast<Corpus::WordNumber>(*pair >> 32U),
           static_cast<Corpus::WordNumber>(*pair & 0xFFFFFFFFU)},
          static_cast<std::size_t>(next - pair));
      pair = next;
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tuple(-a.score, a.term.first, a.term.second) <
             std::tuple(-b.score, b.term.first, b.term.second);
    });
    return candidates;
  }

 private:
  const std::vector<Corpus::WordNumber>& words_of(std::size_t paper) const {
    return corpus_.papers()[paper].words;
  }

  void count_words() {
    std::uint32_t turn = 0;
    for (const std::size_t paper : papers_) {
      ++turn;
      for (const Corpus::WordNumber word : words_of(paper)) {
        Count& count = counts_[word];
        if (word == 0 || count.last == turn) {
          continue;
        }
        if (count.papers == 0) {
          words_.push_back(word);
        }
        ++count.papers;
        count.last = turn;
      }
    }
  }

  // Words that follow each other, as one number, in ascending order: each as often as papers have it. A pair
  // is in no more papers than either of its words, so most need not be counted.
  std::vector<std::uint64_t> find_pairs(std::size_t fewest) const {
    std::vector<std::uint64_t> pairs;
    std::vector<std::uint64_t> once;  // the pairs of a paper
    for (const std::size_t paper : papers_) {
      once.clear();
      const std::vector<Corpus::WordNumber>& words = words_of(paper);
      bool was_frequent = false;
      for (std::size_t place = 0; place < words.size(); ++place) {
        const bool is_frequent = counts_[words[place]].papers >= fewest;
        if (was_frequent && is_frequent && corpus_.is_han(words[place - 1]) == corpus_.is_han(words[place])) {
          once.push_back(static_cast<std::uint64_t>(words[place - 1]) << 32U | words[place]);
        }
        was_frequent = is_frequent;
      }
      std::sort(once.begin(), once.end());
      pairs.insert(pairs.end(), once.begin(), std::unique(once.begin(), once.end()));
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
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
  struct Count {
    std::uint32_t papers = 0;  // how many of them have the word
    std::uint32_t last = 0;    // which was the last of those, from 1
  };
  std::vector<Count> counts_;              // by word; breaks are not counted
  std::vector<Corpus::WordNumber> words_;  // of the papers, each once
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
