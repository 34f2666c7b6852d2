#pragma once

#include <string>
#include <vector>

#include "bench/random.h"
#include "bench/words.h"

namespace paperboy::bench {

// Writes what people write about papers. The texts mean nothing; their lengths, how often words come again
// and how much TeX is in them are as in real archives.
class Writer {
 public:
  explicit Writer(Random& random) : random_(random), chinese_zipf_(chinese_words().size()) {}

  // Terms of the topic more often than others.
  const Term& term(std::size_t topic);
  std::string title(std::size_t topic);
  // 120 to 250 words, TeX in one of three.
  std::string abstract(std::size_t topic);
  // One sentence of so many words or somewhat more.
  std::string sentence(std::size_t words);
  std::string comment(std::size_t topic);
  std::string chinese_comment(std::size_t topic);
  // Sentences of Chinese with at least so many characters; English terms stand in brackets.
  std::string chinese(std::size_t topic, std::size_t characters);
  // An inline formula with its dollars.
  std::string formula();

 private:
  std::string name();

  Random& random_;
  Vocabulary vocabulary_;
  Zipf chinese_zipf_;
};

}  // namespace paperboy::bench
