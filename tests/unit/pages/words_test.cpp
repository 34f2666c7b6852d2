#include "pages/words.h"

#include <array>
#include <catch2/catch.hpp>

#include "pages/word_batch.h"

using namespace paperboy;

namespace {

// "key key | key": breaks as bars, words that say nothing alone in brackets.
std::string keys(std::string_view text) {
  const pages::WordBatch batch = pages::number_words(std::array{pages::PaperText{text, ""}});
  const pages::WordBatch::Paper& paper = batch.papers.front();
  std::string out;
  for (std::size_t place = 0; place + 1 < paper.title_words; ++place) {
    const pages::WordBatch::KnownWord& word = batch.words[paper.words[place]];
    out += out.empty() ? "" : " ";
    out += word.key.empty() ? "|" : word.is_common ? "(" + word.key + ")" : word.key;
  }
  return out;
}

}  // namespace

TEST_CASE("words are folded, without plural, and cut at function words and signs") {
  CHECK(keys("Diffusion Models for Proteins") == "diffusion (model) | protein");
  CHECK(keys("Multi-agent LLMs: a Survey of RL") == "multi-agent llm | survey | rl");
  CHECK(keys("Analysis, bias and Schrödinger bridges") == "(analysis) | bias | schrodinger bridge");
}

TEST_CASE("forms of verbs that say nothing say nothing") {
  CHECK(keys("Enhancing posed routing") == "(enhancing) (posed) routing");
}

TEST_CASE("numbers, single letters and addresses are no words") {
  CHECK(keys("x = 3.5 in 2026") == "");
  CHECK(keys("see https://github.com/a/b now") == "see |");
}

TEST_CASE("Han characters stand alone, and particles are breaks") {
  CHECK(keys("大语言模型的对齐") == "大 语 言 模 型 | 对 齐");
  CHECK(pages::is_common_pair("方法"));
  CHECK_FALSE(pages::is_common_pair("对齐"));
}
