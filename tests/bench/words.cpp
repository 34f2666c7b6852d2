#include "bench/words.h"

#include <algorithm>
#include <set>

namespace paperboy::bench {

namespace {

constexpr std::size_t kVocabulary = 12'000;
constexpr std::array<std::string_view, 24> kOnsets = {"b",  "d",  "f",  "g",  "l",  "m",  "n",  "p",
                                                      "r",  "s",  "t",  "v",  "br", "cl", "cr", "dr",
                                                      "gr", "pl", "pr", "st", "tr", "c",  "h",  "w"};
constexpr std::array<std::string_view, 7> kVowels = {"a", "e", "i", "o", "u", "ea", "io"};
constexpr std::array<std::string_view, 10> kCodas = {"", "", "", "n", "r", "l", "s", "m", "t", "nd"};
constexpr std::array<std::string_view, 14> kEndings = {"",    "",     "",     "s",  "ed",   "ing",  "al",
                                                       "ity", "tion", "able", "er", "ness", "ment", "ly"};

std::vector<std::string> make_words() {
  std::vector<std::string> words;
  std::set<std::string> known;
  const auto add = [&](std::string word) {
    if (known.insert(word).second) {
      words.push_back(std::move(word));
    }
  };
  for (const auto* list : {&function_words(), &field_words()}) {
    for (const std::string_view word : *list) {
      add(std::string(word));
    }
  }
  Random random(11);
  while (words.size() < kVocabulary) {
    std::string word = made_word(random, random.between(1, 3));
    add(word.append(random.one_of(kEndings)));
  }
  return words;
}

}  // namespace

std::string made_word(Random& random, std::size_t syllables) {
  std::string word;
  for (std::size_t syllable = 0; syllable < syllables; ++syllable) {
    word.append(random.one_of(kOnsets)).append(random.one_of(kVowels));
    if (syllable + 1 == syllables) {
      word.append(random.one_of(kCodas));
    }
  }
  return word;
}

Vocabulary::Vocabulary() : words_(make_words()), zipf_(words_.size()) {}

}  // namespace paperboy::bench
