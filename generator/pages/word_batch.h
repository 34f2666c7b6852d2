#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paperboy::pages {

// What a paper says of itself, in plain text.
struct PaperText {
  std::string_view title;
  std::string_view abstract;

  friend bool operator==(const PaperText&, const PaperText&) = default;
};

// How a word is written, each spelling with how often it occurs, in the order they are met.
using Spellings = std::vector<std::pair<std::string, std::size_t>>;

// The words of some papers, numbered among themselves in the order they are met.
struct WordBatch {
  struct KnownWord {
    std::string key;  // word_key()
    bool is_han = false;
    bool is_common = false;  // says nothing alone
    Spellings spellings;
  };
  struct Paper {
    std::vector<std::uint32_t> words;  // title, break, abstract: numbers, 0 is a break
    std::size_t title_words = 0;       // how many of them are the title's
  };

  std::vector<KnownWord> words;  // by number
  std::vector<Paper> papers;
};

WordBatch number_words(std::span<const PaperText> texts);

}  // namespace paperboy::pages
