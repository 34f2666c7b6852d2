#include "pages/corpus.h"

#include <algorithm>

#include "base/parallel.h"

namespace paperboy::pages {

namespace {

std::uint64_t key_of(Corpus::WordNumber first, Corpus::WordNumber second) {
  return (static_cast<std::uint64_t>(first) << 32) | second;
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
    std::size_t title_words = paper.words.size();
    add_words(std::move(split[index].abstract), paper);
    count_terms(paper, title_words);
  }
}

void Corpus::add_words(std::vector<Word> words, Paper& paper) {
  for (Word& word : words) {
    if (word.key.empty()) {
      paper.words.push_back(0);
      continue;
    }
    auto [place, added] =
        word_numbers_.try_emplace(std::move(word.key), static_cast<WordNumber>(words_.size()));
    if (added) {
      words_.push_back({{}, word.is_han, word.is_common});
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

void Corpus::count_terms(Paper& paper, std::size_t title_words) {
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
      paper.terms.push_back({*number, 1, place < title_words});
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

const Corpus::TermNumber* Corpus::term_at(const Paper& paper, std::size_t place) const {
  WordNumber first = paper.words[place];
  if (first == 0) {
    return nullptr;
  }
  WordNumber second = 0;
  if (words_[first].is_han) {
    second = place + 1 < paper.words.size() ? paper.words[place + 1] : 0;
  }
  auto found = term_numbers_.find(key_of(first, second));
  return found == term_numbers_.end() ? nullptr : &found->second;
}

std::string Corpus::shown(const std::vector<WordNumber>& words) const {
  std::string text;
  bool after_han = true;
  for (WordNumber word : words) {
    const auto& spellings = words_[word].spellings;
    const auto most = std::max_element(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : a.first < b.first;
    });
    text += after_han || words_[word].is_han ? "" : " ";
    text += most->first;
    after_han = words_[word].is_han;
  }
  return text;
}

std::string Corpus::shown(TermNumber term) const {
  const Term& words = terms_[term].term;
  return words.second == 0 ? shown(std::vector<WordNumber>{words.first})
                           : shown(std::vector<WordNumber>{words.first, words.second});
}

}  // namespace paperboy::pages
