#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "pages/word_batch.h"

namespace paperboy::pages {

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
    std::size_t title_words = 0;    // how many of them are the title's
    std::vector<TermCount> terms;   // by number, each once
  };
  struct Term {
    WordNumber first = 0;
    WordNumber second = 0;  // 0: a term of one word
  };

  // How many papers have something, and how many of those in the title.
  struct Usage {
    std::uint32_t papers = 0;
    std::uint32_t titles = 0;
  };

  Corpus() = default;
  Corpus(const std::vector<PaperText>& texts, std::size_t threads);

  const std::vector<Paper>& papers() const { return papers_; }
  const Term& term(TermNumber term) const { return terms_[term].term; }
  std::size_t term_count() const { return terms_.size(); }
  // How many papers have the term.
  std::size_t paper_count(TermNumber term) const { return terms_[term].papers; }
  // Numbers of words are smaller.
  std::size_t word_count() const { return words_.size(); }
  // Whether two words are one term: Han characters that are no word which says nothing alone.
  bool is_term(WordNumber first, WordNumber second) const;
  bool is_han(WordNumber word) const { return words_[word].is_han; }
  // Whether a word says nothing alone.
  bool is_common(WordNumber word) const { return words_[word].is_common; }
  Usage usage(WordNumber word) const { return words_[word].usage; }
  // Of two words of one script that follow each other. What a single paper has is not counted.
  Usage usage(WordNumber first, WordNumber second) const;
  // Words in the spelling that is most frequent, all but the last in the singular, with spaces where their
  // script has them.
  std::string shown(const std::vector<WordNumber>& words) const;
  std::string shown(TermNumber term) const;

 private:
  struct KnownWord {
    Spellings spellings;
    bool is_han = false;
    bool is_common = false;
    Usage usage;
  };
  struct PairUsage {
    std::uint64_t key = 0;
    Usage usage;
  };
  struct KnownTerm {
    Term term;
    std::size_t papers = 0;
  };

  void add(WordBatch batch);
  WordNumber number_of(WordBatch::KnownWord word);
  void number_terms(Paper& paper);
  void count_words();
  void count_pairs(std::size_t threads);
  std::vector<PairUsage> count_pairs_of(std::size_t row) const;
  TermNumber number_of_term(WordNumber first, WordNumber second);

  std::vector<KnownWord> words_ = std::vector<KnownWord>(1);
  std::unordered_map<std::string, WordNumber> word_numbers_;
  std::vector<KnownTerm> terms_;
  std::unordered_map<std::uint64_t, TermNumber> term_numbers_;
  std::vector<std::vector<PairUsage>> pairs_;  // by pair_row(), each by key
  std::vector<Paper> papers_;
};

}  // namespace paperboy::pages
