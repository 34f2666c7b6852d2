#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "bench/random.h"

namespace paperboy::bench {

struct Topic {
  std::string_view id;
  std::string_view english;
  std::string_view chinese;
};
inline constexpr std::size_t kTopics = 8;
extern const std::array<Topic, kTopics> kTopicList;

// What a paper is about, in both languages: "state space" and "状态空间".
struct Term {
  std::string_view english;
  std::string_view chinese;
};

// Real words of the field, most frequent first where that shows. Terms are parted among the topics in turn:
// the first belongs to the first topic.
const std::vector<std::string_view>& function_words();
const std::vector<std::string_view>& field_words();
const std::vector<std::string_view>& adjectives();
const std::vector<Term>& terms();
const std::vector<std::string_view>& chinese_words();

// Twelve thousand English words as abstracts use them: real ones first, then made ones.
class Vocabulary {
 public:
  Vocabulary();
  const std::string& word(Random& random) const { return words_[zipf_.draw(random)]; }

 private:
  std::vector<std::string> words_;
  Zipf zipf_;
};

// A word put together from syllables, lower case.
std::string made_word(Random& random, std::size_t syllables);

}  // namespace paperboy::bench
