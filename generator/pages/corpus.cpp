#include "pages/corpus.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>
#include <tuple>

#include "base/beside.h"
#include "base/parallel.h"
#include "pages/words.h"

namespace paperboy::pages {

namespace {

constexpr Corpus::TermNumber kNoTerm = std::numeric_limits<Corpus::TermNumber>::max();

std::uint64_t key_of(Corpus::WordNumber first, Corpus::WordNumber second) {
  return (static_cast<std::uint64_t>(first) << 32) | second;
}

// Pairs of words are counted in rows, so that threads share nothing and none takes much room.
constexpr std::size_t kPairRows = 16;
std::size_t pair_row(Corpus::WordNumber first) {
  return first % kPairRows;
}

const std::string& most_frequent(const Spellings& spellings) {
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) {
                            return a.second != b.second ? a.second < b.second : a.first < b.first;
                          })
      ->first;
}

// The words of the texts [first, last), in batches that follow each other.
constexpr std::size_t kBatch = 256;  // papers: the words of many take much room
std::vector<WordBatch> batches_of(const std::vector<PaperText>& texts, std::size_t first, std::size_t last,
                                  std::size_t threads) {
  std::vector<WordBatch> batches((last - first + kBatch - 1) / kBatch);
  base::parallel_for(batches.size(), threads, [&](std::size_t batch) {
    const std::size_t begin = first + batch * kBatch;
    batches[batch] = number_words(std::span(texts).subspan(begin, std::min(kBatch, last - begin)));
  });
  return batches;
}

// Terms as they were met become terms by number, each once.
void count_terms(std::vector<Corpus::TermCount>& terms) {
  std::sort(terms.begin(), terms.end(),
            [](const Corpus::TermCount& a, const Corpus::TermCount& b) { return a.term < b.term; });
  std::size_t kept = 0;
  for (const Corpus::TermCount& counted : terms) {
    if (kept > 0 && terms[kept - 1].term == counted.term) {
      ++terms[kept - 1].count;
      terms[kept - 1].in_title = terms[kept - 1].in_title || counted.in_title;
    } else {
      terms[kept++] = counted;
    }
  }
  terms.resize(kept);
  terms.shrink_to_fit();
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
  const std::size_t step = kBatch * threads;
  const auto read = [&](std::size_t first) {
    return base::beside(threads, [&texts, first, step, threads] {
      return batches_of(texts, first, std::min(first + step, texts.size()), threads);
    });
  };
  papers_.reserve(texts.size());
  std::future<std::vector<WordBatch>> next = read(0);
  for (std::size_t first = 0; first < texts.size(); first += step) {
    std::vector<WordBatch> batches = next.get();
    next = read(std::min(first + step, texts.size()));
    // Numbers are given in the order of the papers, so they do not depend on the threads.
    for (WordBatch& batch : batches) {
      add(std::move(batch));
    }
    base::parallel_for(papers_.size() - first, threads,
                       [&](std::size_t at) { count_terms(papers_[first + at].terms); });
  }
  for (const Paper& paper : papers_) {
    for (const TermCount& counted : paper.terms) {
      ++terms_[counted.term].papers;
    }
  }
  count_words();
  count_pairs(threads);
}

void Corpus::add(WordBatch batch) {
  std::vector<WordNumber> numbers(batch.words.size());
  for (std::size_t word = 1; word < batch.words.size(); ++word) {
    numbers[word] = number_of(std::move(batch.words[word]));
  }
  for (WordBatch::Paper& read : batch.papers) {
    Paper& paper = papers_.emplace_back();
    paper.words = std::move(read.words);
    paper.title_words = read.title_words;
    for (WordNumber& word : paper.words) {
      word = numbers[word];
    }
    number_terms(paper);
  }
}

Corpus::WordNumber Corpus::number_of(WordBatch::KnownWord word) {
  const auto next = static_cast<WordNumber>(words_.size());
  const auto [place, is_new] = word_numbers_.try_emplace(std::move(word.key), next);
  if (is_new) {
    words_.push_back({std::move(word.spellings), word.is_han, word.is_common, {}});
    return next;
  }
  Spellings& spellings = words_[place->second].spellings;
  for (auto& [spelling, times] : word.spellings) {
    const auto known = std::find_if(spellings.begin(), spellings.end(),
                                    [&](const auto& other) { return other.first == spelling; });
    if (known == spellings.end()) {
      spellings.emplace_back(std::move(spelling), times);
    } else {
      known->second += times;
    }
  }
  return place->second;
}

// New when it is met for the first time; kNoTerm when it says nothing.
Corpus::TermNumber Corpus::number_of_term(WordNumber first, WordNumber second) {
  const auto next = static_cast<TermNumber>(terms_.size());
  const auto [place, is_new] = term_numbers_.try_emplace(key_of(first, second), next);
  if (is_new) {
    const bool is_common =
        second == 0 ? words_[first].is_common
                    : is_common_pair(words_[first].spellings[0].first + words_[second].spellings[0].first);
    if (is_common) {
      place->second = kNoTerm;
    } else {
      terms_.push_back({{first, second}, 0});
    }
  }
  return place->second;
}

// In the order they are met.
void Corpus::number_terms(Paper& paper) {
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
    if (const TermNumber number = number_of_term(first, second); number != kNoTerm) {
      paper.terms.push_back({number, 1, place < paper.title_words});
    }
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
  const auto found = term_numbers_.find(key_of(first, second));
  return found != term_numbers_.end() && found->second != kNoTerm;
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
