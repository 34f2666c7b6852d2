#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pages/words.h"

namespace paperboy::pages {

// What a paper says of itself, in plain text.
struct PaperText {
  std::string_view title;
  std::string_view abstract;
};

// The words and terms of all papers, as numbers. A term is one word, or two Han characters that follow each
// other. Words that say nothing alone are no terms.
class Corpus {
 public:
  using WordNumber = std::uint32_t;  // 0: a break that no phrase goes across
  using TermNumber = std::uint32_t;

  struct TermCount {
    TermNumber term = 0;
    std::uint32_t count = 0;  // in the paper
    bool in_title = false;
  };
  struct Paper {
    std::vector<WordNumber> words;  // title, break, abstract
    std::vector<TermCount> terms;   // by number, each once
  };
  struct Term {
    WordNumber first = 0;
    WordNumber second = 0;  // 0: a term of one word
  };

  Corpus() = default;
  Corpus(const std::vector<PaperText>& texts, std::size_t threads);

  const std::vector<Paper>& papers() const { return papers_; }
  const Term& term(TermNumber term) const { return terms_[term].term; }
  std::size_t term_count() const { return terms_.size(); }
  // How many papers have the term.
  std::size_t paper_count(TermNumber term) const { return terms_[term].papers; }
  // The term that begins at a place of a paper's words; nothing where none does.
  const TermNumber* term_at(const Paper& paper, std::size_t place) const;
  bool is_han(WordNumber word) const { return words_[word].is_han; }
  // Words in the spelling that is most frequent, with spaces where their script has them.
  std::string shown(const std::vector<WordNumber>& words) const;
  std::string shown(TermNumber term) const;

 private:
  struct KnownWord {
    std::vector<std::pair<std::string, std::size_t>> spellings;
    bool is_han = false;
    bool is_common = false;
  };
  struct KnownTerm {
    Term term;
    std::size_t papers = 0;
  };

  void add_words(std::vector<Word> words, Paper& paper);
  void count_terms(Paper& paper, std::size_t title_words);
  TermNumber* term_number(WordNumber first, WordNumber second);

  std::vector<KnownWord> words_ = std::vector<KnownWord>(1);
  std::unordered_map<std::string, WordNumber> word_numbers_;
  std::vector<KnownTerm> terms_;
  std::unordered_map<std::uint64_t, TermNumber> term_numbers_;
  std::vector<Paper> papers_;
};

}  // namespace paperboy::pages
