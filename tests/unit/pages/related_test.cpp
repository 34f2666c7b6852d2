#include "pages/related.h"

#include <catch2/catch.hpp>

using namespace paperboy;
using pages::Corpus;
using pages::PaperTies;
using pages::Relation;
using pages::RelationReason;

namespace {

const std::vector<pages::PaperText> kTexts = {
    {"Protein folding with equivariant networks", "Equivariant networks fold protein chains."},
    {"Equivariant networks for protein docking", "Docking of protein pairs."},
    {"Speech recognition of rare dialects", "Dialects of speech."},
    {"Pruning transformers", "Sparse weights."},
    {"Distilling transformers", "Small students."},
};

std::string describe(const Corpus& corpus, const std::vector<Relation>& relations) {
  std::string text;
  for (const Relation& relation : relations) {
    text += text.empty() ? "" : "; ";
    text += std::to_string(relation.paper);
    if (relation.reason == RelationReason::Topic) {
      text += " topic";
    } else if (relation.reason == RelationReason::Authors) {
      for (std::size_t author : relation.shared) {
        text += " author " + std::to_string(author);
      }
    } else {
      for (std::size_t term : relation.shared) {
        text += " " + corpus.shown(static_cast<Corpus::TermNumber>(term));
      }
    }
  }
  return text;
}

std::vector<std::vector<Relation>> relate(const Corpus& corpus, const std::vector<PaperTies>& ties,
                                          std::size_t threads) {
  std::vector<std::vector<Relation>> related(ties.size());
  pages::relate_papers(corpus, ties, threads, [&](std::size_t paper, const std::vector<Relation>& relations) {
    related[paper] = relations;
  });
  return related;
}

}  // namespace

TEST_CASE("papers are related by rare terms they share, by authors, and by topic where those give too few") {
  Corpus corpus(kTexts, 1);
  std::vector<PaperTies> ties(kTexts.size());
  ties[2].authors = {7};
  ties[3] = {{7}, 0, 3};
  ties[4] = {{}, 0, 4};
  std::vector<std::vector<Relation>> related = relate(corpus, ties, 1);
  CHECK(describe(corpus, related[0]) == "1 protein Equivariant networks");
  CHECK(describe(corpus, related[1]) == "0 protein Equivariant networks");
  CHECK(describe(corpus, related[2]) == "3 author 7");
  // One shared term ("transformers") would be chance; the topic is no chance.
  CHECK(describe(corpus, related[3]) == "2 author 7; 4 topic");
  CHECK(describe(corpus, related[4]) == "3 topic");
}

TEST_CASE("a paper has at most four related ones, the same for any number of threads") {
  std::vector<std::string> titles;
  for (int number = 0; number < 300; ++number) {
    titles.push_back("Sparse attention kernel " + std::string(static_cast<std::size_t>(1 + number % 7), 'q') +
                     " lattice");
  }
  std::vector<pages::PaperText> texts;
  for (const std::string& title : titles) {
    texts.push_back({title, ""});
  }
  std::vector<PaperTies> ties(texts.size());
  for (std::size_t paper = 0; paper < ties.size(); ++paper) {
    ties[paper] = {{paper % 50}, paper % 3, paper};
  }
  Corpus corpus(texts, 1);
  Corpus same_corpus(texts, 4);
  std::vector<std::vector<Relation>> one = relate(corpus, ties, 1);
  std::vector<std::vector<Relation>> four = relate(same_corpus, ties, 4);
  for (std::size_t paper = 0; paper < texts.size(); ++paper) {
    CHECK(one[paper].size() == 4);
    CHECK(describe(corpus, one[paper]) == describe(same_corpus, four[paper]));
  }
}

TEST_CASE("titles in Chinese are related by pairs of characters") {
  std::vector<pages::PaperText> texts = {
      {"蛋白质折叠的等变网络", ""}, {"等变网络预测蛋白质对接", ""}, {"语音识别中的方言", ""}};
  Corpus corpus(texts, 1);
  std::vector<PaperTies> ties(texts.size());
  std::vector<std::vector<Relation>> related = relate(corpus, ties, 1);
  REQUIRE(related[0].size() == 1);
  CHECK(related[0].front().paper == 1);
  CHECK(related[2].empty());
}
