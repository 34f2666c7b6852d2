#include "pages/corpus.h"

#include <algorithm>
#include <iterator>

#include "base/parallel.h"

namespace paperboy::pages {

namespace {

std::uint64_t key_of(Corpus::WordNumber first, Corpus::WordNumber second) {
  return (static_cast<std::uint64_t>(first) << 32) | second;
}

using Spellings = std::vector<std::pair<std::string, std::size_t>>;

const std::string& most_frequent(const Spellings& spellings) {
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) {
                            return a.second != b.second ? a.second < b.second : a.first < b.first;
                          })
      ->first;
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
  struct Split {
    std::vector<Word> title, abstract;
  };
  std::vector<Split> split(texts.size());
  base::parallel_for(texts.size(), threads, [&](std::size_t index) {
    split[index] = {split_words(texts[index].title), split_words(texts[index].abstract)};
  });
  // Numbers are given in the order of the papers, so they do not depend on the threads.
  papers_.resize(texts.size());
  for (std::size_t index = 0; index < texts.size(); ++index) {
    Paper& paper = papers_[index];
    add_words(std::move(split[index].title), paper);
    paper.words.push_back(0);
    paper.title_words = paper.words.size();
    add_words(std::move(split[index].abstract), paper);
    count_terms(paper);
  }
  count_words();
  count_pairs();
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

void Corpus::count_pairs() {
  struct Counted {
    Usage usage;
    std::size_t paper = 0;  // as in count_words()
  };
  std::unordered_map<std::uint64_t, Counted> pairs;
  const auto is_repeated = [&](WordNumber word) { return word != 0 && words_[word].usage.papers > 1; };
  for (std::size_t index = 0; index < papers_.size(); ++index) {
    const Paper& paper = papers_[index];
    for (std::size_t place = 1; place < paper.words.size(); ++place) {
      const WordNumber first = paper.words[place - 1];
      const WordNumber second = paper.words[place];
      if (!is_repeated(first) || !is_repeated(second) || is_han(first) != is_han(second)) {
        continue;
      }
      Counted& pair = pairs[key_of(first, second)];
      if (pair.paper != index + 1) {
        pair.paper = index + 1;
        ++pair.usage.papers;
        pair.usage.titles += place < paper.title_words ? 1U : 0U;
      }
    }
  }
  for (const auto& [key, pair] : pairs) {
    if (pair.usage.papers > 1) {
      pairs_.emplace(key, pair.usage);
    }
  }
}

bool Corpus::is_term(WordNumber first, WordNumber second) const {
  return term_numbers_.count(key_of(first, second)) != 0;
}

Corpus::Usage Corpus::usage(WordNumber first, WordNumber second) const {
  const auto found = pairs_.find(key_of(first, second));
  return found == pairs_.end() ? Usage{} : found->second;
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
