#include "pages/word_batch.h"

#include <algorithm>
#include <unordered_map>

#include "pages/words.h"

namespace paperboy::pages {

namespace {

class Numbering {
 public:
  Numbering() : batch_{std::vector<WordBatch::KnownWord>(1), {}} {}

  void add(const PaperText& text) {
    WordBatch::Paper paper;
    add_words(text.title, paper);
    paper.words.push_back(0);
    paper.title_words = paper.words.size();
    add_words(text.abstract, paper);
    batch_.papers.push_back(std::move(paper));
  }
  WordBatch take() { return std::move(batch_); }

 private:
  void add_words(std::string_view text, WordBatch::Paper& paper) {
    for (Word& word : split_words(text)) {
      paper.words.push_back(word.key.empty() ? 0 : number_of(std::move(word)));
    }
  }

  std::uint32_t number_of(Word word) {
    const auto next = static_cast<std::uint32_t>(batch_.words.size());
    const auto [place, is_new] = numbers_.try_emplace(word.key, next);
    if (is_new) {
      const bool is_common = says_little(word);
      batch_.words.push_back({std::move(word.key), word.is_han, is_common, {}});
    }
    count_spelling(batch_.words[place->second].spellings, std::move(word.shown), 1);
    return place->second;
  }

  WordBatch batch_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace

WordBatch number_words(std::span<const PaperText> texts) {
  Numbering numbering;
  for (const PaperText& text : texts) {
    numbering.add(text);
  }
  return numbering.take();
}

void count_spelling(Spellings& spellings, std::string spelling, std::size_t times) {
  const auto known = std::find_if(spellings.begin(), spellings.end(),
                                  [&](const auto& other) { return other.first == spelling; });
  if (known == spellings.end()) {
    spellings.emplace_back(std::move(spelling), times);
  } else {
    known->second += times;
  }
}

}  // namespace paperboy::pages
