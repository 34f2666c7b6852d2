#include "pages/keywords.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "pages/telling_terms.h"

namespace paperboy::pages {

namespace {

using Phrase = std::vector<Corpus::WordNumber>;

constexpr std::size_t kSeedsAKeyword = 4;  // terms looked at for each keyword wanted
constexpr std::size_t kLongestWords = 4;   // of a phrase
constexpr std::size_t kLongestHan = 8;
// A term grows by a neighbour that stands there in this share of its occurrences.
constexpr double kWordShare = 0.5;
constexpr double kHanShare = 0.7;

struct Occurrence {
  std::size_t paper = 0;
  std::size_t first = 0, last = 0;  // words of the paper
};

class KeywordFinder {
 public:
  KeywordFinder(const Corpus& corpus, const std::vector<std::size_t>& papers)
      : corpus_(corpus), papers_(papers) {}

  std::vector<Keyword> find(std::size_t most) {
    std::vector<TellingTerm> seeds = telling_terms(corpus_, papers_, fewest(), most * kSeedsAKeyword);
    std::vector<std::vector<Occurrence>> occurrences = find_occurrences(seeds);
    std::vector<Keyword> keywords;
    std::vector<Phrase> chosen;
    for (std::size_t seed = 0; seed < seeds.size() && keywords.size() < most; ++seed) {
      Phrase phrase = grow(occurrences[seed]);
      std::size_t papers = count_papers(occurrences[seed]);
      if (papers >= fewest() && !overlaps_any(phrase, chosen)) {
        keywords.push_back({corpus_.shown(phrase), papers});
        chosen.push_back(std::move(phrase));
      }
    }
    return keywords;
  }

 private:
  // Papers that have a keyword: of hundreds of papers one in a hundred.
  std::size_t fewest() const {
    return papers_.size() < 40 ? 2 : std::max<std::size_t>(3, papers_.size() / 100);
  }

  std::vector<std::vector<Occurrence>> find_occurrences(const std::vector<TellingTerm>& seeds) const {
    std::unordered_map<Corpus::WordNumber, std::vector<std::size_t>> beginning;  // with each word
    for (std::size_t seed = 0; seed < seeds.size(); ++seed) {
      beginning[seeds[seed].first].push_back(seed);
    }
    std::vector<std::vector<Occurrence>> occurrences(seeds.size());
    for (std::size_t paper : papers_) {
      const std::vector<Corpus::WordNumber>& words = corpus_.papers()[paper].words;
      for (std::size_t place = 0; place < words.size(); ++place) {
        const auto found = beginning.find(words[place]);
        if (found == beginning.end()) {
          continue;
        }
        const Corpus::WordNumber next = place + 1 < words.size() ? words[place + 1] : 0;
        for (const std::size_t seed : found->second) {
          if (seeds[seed].second == 0 || seeds[seed].second == next) {
            occurrences[seed].push_back({paper, place, place + (seeds[seed].second == 0 ? 1 : 2)});
          }
        }
      }
    }
    return occurrences;
  }

  Corpus::WordNumber word_before(const Occurrence& found) const {
    return found.first == 0 ? 0 : corpus_.papers()[found.paper].words[found.first - 1];
  }
  Corpus::WordNumber word_after(const Occurrence& found) const {
    const std::vector<Corpus::WordNumber>& words = corpus_.papers()[found.paper].words;
    return found.last == words.size() ? 0 : words[found.last];
  }

  // The phrase the occurrences are mostly part of; keeps only those in which it is complete.
  Phrase grow(std::vector<Occurrence>& found) const {
    if (found.empty()) {
      return {};
    }
    const std::vector<Corpus::WordNumber>& words = corpus_.papers()[found.front().paper].words;
    bool is_han = corpus_.is_han(words[found.front().first]);
    std::size_t longest = is_han ? kLongestHan : kLongestWords;
    while (found.front().last - found.front().first < longest &&
           (grow_one(found, is_han, &KeywordFinder::word_after) ||
            grow_one(found, is_han, &KeywordFinder::word_before))) {
    }
    const Occurrence& first = found.front();
    const std::vector<Corpus::WordNumber>& text = corpus_.papers()[first.paper].words;
    return {text.begin() + static_cast<std::ptrdiff_t>(first.first),
            text.begin() + static_cast<std::ptrdiff_t>(first.last)};
  }

  using Neighbour = Corpus::WordNumber (KeywordFinder::*)(const Occurrence&) const;

  bool grow_one(std::vector<Occurrence>& found, bool is_han, Neighbour neighbour) const {
    std::map<Corpus::WordNumber, std::size_t> counts;
    for (const Occurrence& occurrence : found) {
      Corpus::WordNumber word = (this->*neighbour)(occurrence);
      if (word != 0 && corpus_.is_han(word) == is_han) {
        ++counts[word];
      }
    }
    auto most = std::max_element(counts.begin(), counts.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
    double share = is_han ? kHanShare : kWordShare;
    if (most == counts.end() ||
        static_cast<double>(most->second) < share * static_cast<double>(found.size())) {
      return false;
    }
    std::vector<Occurrence> kept;
    for (Occurrence occurrence : found) {
      if ((this->*neighbour)(occurrence) == most->first) {
        (neighbour == &KeywordFinder::word_after ? ++occurrence.last : --occurrence.first);
        kept.push_back(occurrence);
      }
    }
    if (count_papers(kept) < fewest()) {
      return false;
    }
    found = std::move(kept);
    return true;
  }

  static std::size_t count_papers(const std::vector<Occurrence>& found) {
    std::set<std::size_t> papers;
    for (const Occurrence& occurrence : found) {
      papers.insert(occurrence.paper);
    }
    return papers.size();
  }

  // Whether a phrase says again what another one does: it has a term of it.
  bool overlaps_any(const Phrase& phrase, const std::vector<Phrase>& chosen) const {
    return std::any_of(chosen.begin(), chosen.end(), [&](const Phrase& other) {
      const Phrase& longer = phrase.size() > other.size() ? phrase : other;
      const Phrase& shorter = phrase.size() > other.size() ? other : phrase;
      return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
    });
  }

  const Corpus& corpus_;
  const std::vector<std::size_t>& papers_;
};

}  // namespace

std::vector<Keyword> find_keywords(const Corpus& corpus, const std::vector<std::size_t>& papers,
                                   std::size_t most) {
  return KeywordFinder(corpus, papers).find(most);
}

}  // namespace paperboy::pages
