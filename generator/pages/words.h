#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperboy::pages {

// A place in a title or abstract where a word may stand, for counting what texts are about.
struct WordPlace {
  std::string_view written;  // letters and digits, or a single Han character; empty: other signs, a break
  bool is_han = false;
};

// Of a plain text, in their order.
std::vector<WordPlace> find_words(std::string_view text);

// What counts as the same word: folded, without the English plural. Empty for what no phrase goes across:
// breaks, numbers and function words ("the", "的").
std::string word_key(const WordPlace& place);

// Whether a word with that key, written so, says nothing alone ("method"), though it may be part of a phrase
// ("kernel method").
bool says_little(std::string_view key, std::string_view written);

// Whether a word is written in the English plural that its key leaves out.
bool is_plural(std::string_view shown);

// Whether two Han characters are a word that says nothing alone ("方法").
bool is_common_pair(std::string_view pair);

}  // namespace paperboy::pages
