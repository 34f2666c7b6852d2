#include "outputs/search_terms.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <mutex>
#include <random>
#include <set>

#include "search/block_writer.h"

namespace paperboy::outputs {
namespace {

using Files = std::map<std::string, std::string>;  // path → bytes

// The files of a build over those of the build before.
class FilesOver final : public SiteFiles {
 public:
  explicit FilesOver(const Files& before) : before_(before) {}

  void add(const std::string& path, const std::function<std::string()>& write) override {
    const std::scoped_lock lock(mutex_);
    CHECK(files.emplace(path, write()).second);
    ++added;
  }
  void make(const std::string& path, const std::function<std::string()>& write) override { add(path, write); }
  void keep(const std::string& path) override {
    const std::scoped_lock lock(mutex_);
    CHECK(files.emplace(path, before_.at(path)).second);
  }

  Files files;
  std::size_t added = 0;

 private:
  const Files& before_;
  std::mutex mutex_;
};

constexpr std::uint32_t kPapersInBlock = 4;
// So small that some terms stand alone, others begin or cease to.
constexpr search::ShardSizes kSizes{32, 8, 40, 60};

// Papers with a title and a comment each, as the blocks of their index.
class Papers {
 public:
  std::vector<std::string> titles;
  std::vector<std::string> comments;

  std::vector<std::string> blocks() const {
    std::vector<std::string> all;
    for (std::size_t first = 0; first < titles.size(); first += kPapersInBlock) {
      search::BlockWriter block;
      for (std::size_t at = first; at < std::min(first + kPapersInBlock, titles.size()); ++at) {
        block.add({{search::Field::Title, titles[at]}, {search::Field::Comment, comments[at]}});
      }
      all.push_back(block.finish());
    }
    return all;
  }
};

search::Blocks read(const std::vector<std::string>& blocks) {
  search::Blocks index{{}, kPapersInBlock};
  for (const std::string& bytes : blocks) {
    index.blocks.emplace_back(bytes);
  }
  return index;
}

std::vector<std::string> changes(const std::vector<std::string>& before,
                                 const std::vector<std::string>& now) {
  std::set<std::string> terms;
  for (std::size_t at = 0; at < now.size(); ++at) {
    for (std::string& term : search::changed_terms(search::Block(before[at]), search::Block(now[at]))) {
      terms.insert(std::move(term));
    }
  }
  return {terms.begin(), terms.end()};
}

struct Written {
  std::vector<std::string> blocks;
  Files files;
  std::size_t added = 0;
  std::string table;
};

Written write_all(const Papers& papers) {
  Written now{papers.blocks(), {}, 0, {}};
  const search::Blocks index = read(now.blocks);
  FilesOver files(now.files);
  now.table = write_search_terms({index, kSizes, 2}, std::nullopt, files).packed();
  now.files = files.files;
  now.added = files.added;
  return now;
}

Written write_over(const Written& before, const Papers& papers) {
  Written now{papers.blocks(), {}, 0, {}};
  const search::Blocks index = read(now.blocks);
  FilesOver files(before.files);
  const KnownTerms known{SearchTable::unpacked(before.table).value(), changes(before.blocks, now.blocks)};
  now.table = write_search_terms({index, kSizes, 2}, known, files).packed();
  now.files = files.files;
  now.added = files.added;
  return now;
}

// Words of an archive that has many of them, some in many papers.
class Words {
 public:
  std::string word() {
    const unsigned spread = random_() % 3 == 0 ? 20'000 : 200;
    return "w" + std::to_string(random_() % spread);
  }
  std::string text(std::size_t count) {
    std::string text;
    for (; count > 0; --count) {
      text += word() + " ";
    }
    return text;
  }
  std::size_t below(std::size_t count) { return random_() % count; }

 private:
  std::mt19937 random_{7};
};

Papers many_papers(Words& words) {
  Papers papers;
  for (int number = 0; number < 90; ++number) {
    papers.titles.push_back(words.text(60));
    papers.comments.push_back(words.text(20));
  }
  return papers;
}

TEST_CASE("an index brought up to date is the one that would be made anew") {
  Words words;
  Papers papers = many_papers(words);
  Written written = write_all(papers);
  for (int round = 0; round < 60; ++round) {
    for (std::size_t edits = words.below(4); edits > 0; --edits) {
      std::string& comment = papers.comments[words.below(papers.comments.size())];
      switch (words.below(3)) {
        case 0:
          comment = words.text(words.below(30));
          break;
        case 1:
          comment += words.word();
          break;
        default:
          papers.titles[words.below(papers.titles.size())] = words.text(60);
      }
    }
    written = write_over(written, papers);
    const Written anew = write_all(papers);
    REQUIRE(written.files == anew.files);
    REQUIRE(written.table == anew.table);
  }
}

TEST_CASE("an index in which all has changed is the one that would be made anew") {
  Words words;
  const Written before = write_all(many_papers(words));
  const Papers others = many_papers(words);
  const Written anew = write_all(others);
  CHECK(write_over(before, others).files == anew.files);
  Papers none = others;
  std::fill(none.titles.begin(), none.titles.end(), "");
  std::fill(none.comments.begin(), none.comments.end(), "");
  const Written nothing = write_over(before, none);
  CHECK(nothing.files.empty());
  CHECK(write_over(nothing, others).files == anew.files);
}

TEST_CASE("a word in place of another one changes few files") {
  Words words;
  Papers papers = many_papers(words);
  const Written before = write_all(papers);
  const std::string first = papers.comments[40].substr(0, papers.comments[40].find(' '));
  papers.comments[40].replace(0, first.size(), "w17");
  const Written after = write_over(before, papers);
  CHECK(before.added > 500);
  CHECK(after.added <= 8);
  CHECK(write_over(after, papers).added == 0);
}

}  // namespace
}  // namespace paperboy::outputs
