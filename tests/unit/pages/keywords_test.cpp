#include "pages/keywords.h"

#include <catch2/catch.hpp>

using namespace paperboy;

namespace {

std::string keywords_of(const std::vector<pages::PaperText>& texts, const std::vector<std::size_t>& papers) {
  pages::Corpus corpus(texts, 1);
  std::string list;
  for (const pages::Keyword& keyword : pages::find_keywords(corpus, papers, 5)) {
    list += list.empty() ? "" : ", ";
    list += keyword.shown + " " + std::to_string(keyword.papers);
  }
  return list;
}

}  // namespace

TEST_CASE("keywords are what some papers have in common and others have not, as whole phrases") {
  std::vector<pages::PaperText> texts = {
      {"World models for robots", "We study world models."},
      {"Learning world models", "A method for planning."},
      {"A world model of chess", "A new method."},
      {"Speech models", "A method."},
      {"Vision models", "Another method."},
      {"Robots that speak", "Planning of speech."},
  };
  CHECK(keywords_of(texts, {0, 1, 2}) == "world models 3");
  CHECK(keywords_of(texts, {3}) == "");
  CHECK(keywords_of(texts, {}) == "");
}

TEST_CASE("a keyword is what titles name now and then, not a word of abstracts") {
  constexpr std::string_view kAbstract = "Of sparse attention we prove the overhead.";
  std::vector<pages::PaperText> texts = {
      {"Sparse attention for long texts", kAbstract},
      {"Learning sparse attention", kAbstract},
      {"Why sparse attention", kAbstract},
      {"Kernels on chips", kAbstract},
      {"Speech", "A method."},
      {"Vision", "A method."},
      {"Robots", "A method."},
      {"Proteins", "A method."},
  };
  CHECK(keywords_of(texts, {0, 1, 2, 3}) == "sparse attention 4");
}

TEST_CASE("keywords are what is more frequent here than elsewhere, in the singular but for the last word") {
  std::vector<pages::PaperText> texts = {
      {"Models merging", "Diffusion models."},
      {"Model merging", "Diffusion models."},
      {"Merging", "Diffusion models"},
      {"On models merging", "Diffusion models."},
      {"Diffusion models", "Models of proteins."},
      {"Diffusion models", "Models of proteins."},
      {"Diffusion models", "Models of proteins."},
      {"Diffusion models", "Models of proteins."},
  };
  CHECK(keywords_of(texts, {0, 1, 2, 3}) == "Model merging 3, Diffusion models 4");
}

TEST_CASE("keywords of Chinese papers are whole words") {
  std::vector<pages::PaperText> texts = {
      {"强化学习的安全", ""}, {"安全强化学习方法", ""}, {"语音识别", ""}, {"图像分割", ""}};
  CHECK(keywords_of(texts, {0, 1}) == "强化学习 2, 安全 2");
}
