#include "pages/corpus.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/beside.h"
#include "base/parallel.h"

namespace paperboy::pages {

namespace {

std::uint64_t key_of(Corpus::WordNumber first, Corpus::WordNumber second) {
  return (static_cast<std::uint64_t>(first) << 32) | second;
}

// Pairs of words are counted in rows, so that threads share nothing and none takes much room.
constexpr std::size_t kPairRows = 16;
std::size_t pair_row(Corpus::WordNumber first) {
  return first % kPairRows;
}

using Spellings = std::vector<std::pair<std::string, std::size_t>>;

const std::string& most_frequent(const Spellings& spellings) {
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) {
                            return a.second != b.second ? a.second < b.second : a.first < b.first;
                          })
      ->first;
}

struct SplitText {
  std::vector<Word> title, abstract;
};

// Of the texts [first, last).
std::vector<SplitText> split_texts(const std::vector<PaperText>& texts, std::size_t first, std::size_t last,
                                   std::size_t threads) {
  std::vector<SplitText> split(last - first);
  base::parallel_for(split.size(), threads, [&](std::size_t index) {
    const PaperText& text = texts[first + index];
    split[index] = {split_words(text.title), split_words(text.abstract)};
  });
  return split;
}

// "model merging" even where most papers write "models".
std::string singular(const Spellings& all) {
  Spellings spellings;
  std::copy_if(all.begin(), all.end(), std::back_inserter(spellings),
               [](const auto& spelling) { return !is_plural(spelling.first); });
  return most_frequent(spellings.empty() ? all : spellings);
}

}  // namespace

Corpus::Corpus(const std::vector<PaperText>& texts, std::size_t threads) {
  // Split words take much room, so there are never those of many papers.
  constexpr std::size_t kBatch = 256;
  const auto split_batch = [&](std::size_t first) {
    return base::beside(threads, [&texts, first, helpers = std::max<std::size_t>(2, threads) - 1] {
      return split_texts(texts, first, std::min(first + kBatch, texts.size()), helpers);
    });
  };
  papers_.resize(texts.size());
  std::future<std::vector<SplitText>> next = split_batch(0);
  for (std::size_t first = 0; first < texts.size(); first += kBatch) {
    std::vector<SplitText> split = next.get();
    next = split_batch(std::min(first + kBatch, texts.size()));
    // Numbers are given in the order of the papers, so they do not depend on the threads.
    for (std::size_t index = 0; index < split.size(); ++index) {
      Paper& paper = papers_[first + index];
      paper.words.reserve(split[index].title.size() + split[index].abstract.size() + 1);
      add_words(std::move(split[index].title), paper);
      paper.words.push_back(0);
      paper.title_words = paper.words.size();
      add_words(std::move(split[index].abstract), paper);
      count_terms(paper);
    }
  }
  count_words();
  count_pairs(threads);
}

void Corpus::add_words(std::vector<Word> words, Paper& paper) {
  for (Word& word : words) {
    if (word.key.empty()) {
      paper.words.push_back(0);
      continue;
    }
    auto [place, added] = word_numbers_.try_emplace(word.key, static_cast<WordNumber>(words_.size()));
    if (added) {
      words_.push_back({{}, word.is_han, says_little(word), {}});
    }
    auto& spellings = words_[place->second].spellings;
    auto known = std::find_if(spellings.begin(), spellings.end(),
                              [&](const auto& spelling) { return spelling.first == word.shown; });
    if (known == spellings.end()) {
      spellings.emplace_back(std::move(word.shown), 1);
    } else {
      ++known->second;
    }
    paper.words.push_back(place->second);
  }
}

// The number of a possible term, new when it is met for the first time; null when it can be none.
Corpus::TermNumber* Corpus::term_number(WordNumber first, WordNumber second) {
  auto [place, added] =
      term_numbers_.try_emplace(key_of(first, second), static_cast<TermNumber>(terms_.size()));
  if (added) {
    bool is_common =
        second == 0 ? words_[first].is_common
                    : is_common_pair(words_[first].spellings[0].first + words_[second].spellings[0].first);
    if (is_common) {
      term_numbers_.erase(place);
      return nullptr;
    }
    terms_.push_back({{first, second}, 0});
  }
  return &place->second;
}

void Corpus::count_terms(Paper& paper) {
  for (std::size_t place = 0; place < paper.words.size(); ++place) {
    WordNumber first = paper.words[place];
    WordNumber second = 0;
    if (first != 0 && words_[first].is_han) {
      second = place + 1 < paper.words.size() ? paper.words[place + 1] : 0;
      first = second != 0 && words_[second].is_han ? first : 0;
    }
    if (first == 0) {
      continue;
    }
    if (const TermNumber* number = term_number(first, second)) {
      paper.terms.push_back({*number, 1, place < paper.title_words});
    }
  }
  std::sort(paper.terms.begin(), paper.terms.end(),
            [](const TermCount& a, const TermCount& b) { return a.term < b.term; });
  std::size_t kept = 0;
  for (const TermCount& counted : paper.terms) {
    if (kept > 0 && paper.terms[kept - 1].term == counted.term) {
      ++paper.terms[kept - 1].count;
      paper.terms[kept - 1].in_title = paper.terms[kept - 1].in_title || counted.in_title;
    } else {
      paper.terms[kept++] = counted;
    }
  }
  paper.terms.resize(kept);
  for (const TermCount& counted : paper.terms) {
    ++terms_[counted.term].papers;
  }
}

// The title comes first: what a paper is counted for there is not counted again.
void Corpus::count_words() {
  std::vector<std::size_t> counted(words_.size());  // the last paper a word was counted for, from 1
  for (std::size_t index = 0; index < papers_.size(); ++index) {
    const Paper& paper = papers_[index];
    for (std::size_t place = 0; place < paper.words.size(); ++place) {
      const WordNumber word = paper.words[place];
      if (word != 0 && counted[word] != index + 1) {
        counted[word] = index + 1;
        ++words_[word].usage.papers;
        words_[word].usage.titles += place < paper.title_words ? 1U : 0U;
      }
    }
  }
}

void Corpus::count_pairs(std::size_t threads) {
  pairs_.resize(kPairRows);
  base::parallel_for(kPairRows, threads, [&](std::size_t row) { pairs_[row] = count_pairs_of(row); });
}

// The pairs that begin with some of the words.
std::vector<Corpus::PairUsage> Corpus::count_pairs_of(std::size_t row) const {
  const auto is_repeated = [&](WordNumber word) { return word != 0 && words_[word].usage.papers > 1; };
  struct Met {
    std::uint64_t key;
    std::uint32_t paper;
    std::uint32_t place;  // in the paper
  };
  std::vector<Met> met;
  for (std::size_t index = 0; index < papers_.size(); ++index) {
    const std::vector<WordNumber>& words = papers_[index].words;
    for (std::size_t place = 1; place < words.size(); ++place) {
      const WordNumber first = words[place - 1];
      const WordNumber second = words[place];
      if (pair_row(first) == row && is_repeated(first) && is_repeated(second) &&
          is_han(first) == is_han(second)) {
        met.push_back(
            {key_of(first, second), static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(place)});
      }
    }
  }
  std::sort(met.begin(), met.end(), [](const Met& a, const Met& b) {
    return std::tie(a.key, a.paper, a.place) < std::tie(b.key, b.paper, b.place);
  });
  std::vector<PairUsage> pairs;
  for (auto at = met.begin(); at != met.end();) {
    PairUsage pair{at->key, {}};
    for (auto paper = met.end(); at != met.end() && at->key == pair.key; ++at) {
      if (paper == met.end() || paper->paper != at->paper) {
        paper = at;
        ++pair.usage.papers;
        pair.usage.titles += at->place < papers_[at->paper].title_words ? 1U : 0U;
      }
    }
    if (pair.usage.papers > 1) {
      pairs.push_back(pair);
    }
  }
  return pairs;
}

bool Corpus::is_term(WordNumber first, WordNumber second) const {
  return term_numbers_.count(key_of(first, second)) != 0;
}

Corpus::Usage Corpus::usage(WordNumber first, WordNumber second) const {
  const std::vector<PairUsage>& pairs = pairs_[pair_row(first)];
  const std::uint64_t key = key_of(first, second);
  const auto found =
      std::lower_bound(pairs.begin(), pairs.end(), key,
                       [](const PairUsage& pair, std::uint64_t wanted) { return pair.key < wanted; });
  return found == pairs.end() || found->key != key ? Usage{} : found->usage;
}

std::string Corpus::shown(const std::vector<WordNumber>& words) const {
  std::string text;
  bool after_han = true;
  for (std::size_t place = 0; place < words.size(); ++place) {
    const KnownWord& word = words_[words[place]];
    text += after_han || word.is_han ? "" : " ";
    text += place + 1 < words.size() ? singular(word.spellings) : most_frequent(word.spellings);
    after_han = word.is_han;
  }
  return text;
}

std::string Corpus::shown(TermNumber term) const {
  const Term& words = terms_[term].term;
  return words.second == 0 ? shown(std::vector<WordNumber>{words.first})
                           : shown(std::vector<WordNumber>{words.first, words.second});
}

}  // namespace paperboy::pages
