#include "pages/keywords.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace paperboy::pages {

namespace {

using Phrase = std::vector<Corpus::WordNumber>;

constexpr std::size_t kSeedsAKeyword = 4;  // terms looked at for each keyword wanted
constexpr std::size_t kLongestWords = 3;   // of a phrase
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
    std::vector<Corpus::TermNumber> seeds = telling_terms(most * kSeedsAKeyword);
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
  std::size_t fewest() const { return papers_.size() < 40 ? 2 : papers_.size() < 400 ? 3 : 5; }

  // By how often the papers have a term and how much more often than all papers do.
  std::vector<Corpus::TermNumber> telling_terms(std::size_t most) const {
    std::map<Corpus::TermNumber, std::size_t> counts;
    for (std::size_t paper : papers_) {
      for (const Corpus::TermCount& counted : corpus_.papers()[paper].terms) {
        ++counts[counted.term];
      }
    }
    std::vector<std::pair<double, Corpus::TermNumber>> scored;
    for (const auto& [term, count] : counts) {
      if (count >= fewest()) {
        scored.emplace_back(score(count, corpus_.paper_count(term)), term);
      }
    }
    std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    scored.resize(std::min(scored.size(), most));
    std::vector<Corpus::TermNumber> terms;
    for (const auto& [value, term] : scored) {
      terms.push_back(term);
    }
    return terms;
  }

  double score(std::size_t here, std::size_t everywhere) const {
    auto count = static_cast<double>(here);
    auto all_papers = static_cast<double>(corpus_.papers().size());
    double share_here = count / static_cast<double>(papers_.size());
    double share = static_cast<double>(everywhere) / all_papers;
    double rarity = std::log((all_papers + 1) / static_cast<double>(everywhere));
    return count * (rarity + 2 * std::log(share_here / share));
  }

  std::vector<std::vector<Occurrence>> find_occurrences(const std::vector<Corpus::TermNumber>& seeds) const {
    std::unordered_map<Corpus::TermNumber, std::size_t> places;
    for (std::size_t seed = 0; seed < seeds.size(); ++seed) {
      places[seeds[seed]] = seed;
    }
    std::vector<std::vector<Occurrence>> occurrences(seeds.size());
    for (std::size_t paper : papers_) {
      const Corpus::Paper& text = corpus_.papers()[paper];
      for (std::size_t place = 0; place < text.words.size(); ++place) {
        const Corpus::TermNumber* term = corpus_.term_at(text, place);
        auto seed = term == nullptr ? places.end() : places.find(*term);
        if (seed != places.end()) {
          std::size_t length = corpus_.term(*term).second == 0 ? 1 : 2;
          occurrences[seed->second].push_back({paper, place, place + length});
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
