#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperboy::pages {

// A word of a title or abstract, or a single Han character, for counting what texts are about.
struct Word {
  std::string key;      // folded, without the English plural; empty: a break that no phrase goes across
  std::string shown;    // as written
  bool is_han = false;  // one character
};

// The words of a plain text in their order. Punctuation, numbers and function words ("the", "的") are breaks.
std::vector<Word> split_words(std::string_view text);

// Whether a word says nothing alone ("method"), though it may be part of a phrase ("kernel method").
bool says_little(const Word& word);

// Whether a word is written in the English plural that its key leaves out.
bool is_plural(std::string_view shown);

// Whether two Han characters are a word that says nothing alone ("方法").
bool is_common_pair(std::string_view pair);

}  // namespace paperboy::pages
