#include "pages/word_batch.h"

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
    bool is_after_break = true;
    for (const WordPlace& place : find_words(text)) {
      const std::uint32_t number = number_of(place);
      if (number != 0 || !is_after_break) {
        paper.words.push_back(number);
      }
      is_after_break = number == 0;
    }
  }

  std::uint32_t number_of(const WordPlace& place) {
    const auto [known, is_new] = forms_.try_emplace(place.written);
    if (is_new) {
      known->second = read(place);
    }
    const Form& form = known->second;
    if (form.word != 0) {
      ++batch_.words[form.word].spellings[form.spelling].second;
    }
    return form.word;
  }

  // A word as it is written in many places.
  struct Form {
    std::uint32_t word = 0;    // number; 0: none
    std::size_t spelling = 0;  // among the word's
  };

  Form read(const WordPlace& place) {
    std::string key = word_key(place);
    if (key.empty()) {
      return {};
    }
    const auto next = static_cast<std::uint32_t>(batch_.words.size());
    const auto [number, is_new] = numbers_.try_emplace(key, next);
    if (is_new) {
      const bool is_common = says_little(key, place.written);
      batch_.words.push_back({std::move(key), place.is_han, is_common, {}});
    }
    Spellings& spellings = batch_.words[number->second].spellings;
    spellings.emplace_back(place.written, 0);
    return {number->second, spellings.size() - 1};
  }

  WordBatch batch_;
  std::unordered_map<std::string_view, Form> forms_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // by key
};

}  // namespace

WordBatch number_words(std::span<const PaperText> texts) {
  Numbering numbering;
  for (const PaperText& text : texts) {
    numbering.add(text);
  }
  return numbering.take();
}

}  // namespace paperboy::pages
