#include "search/shards.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

#include "search/numbers.h"

namespace paperboy::search {
namespace {

// Terms that stand once in each of some documents, at place 7; a block has one document.
class Index {
 public:
  struct Term {
    std::string_view term;
    std::uint32_t documents = 0;  // from document 3 on
  };
  explicit Index(const std::vector<Term>& terms) {
    for (const Term& term : terms) {
      IndexedTerm& indexed = terms_.emplace_back();
      indexed.term = term.term;
      for (std::uint32_t number = 0; number < term.documents; ++number) {
        append_number(indexed.postings, number == 0 ? 3 : 1);
        append_number(indexed.postings, 9);
        indexed.places.push_back({number + 3, number + 3, "17"});
      }
    }
  }

  std::vector<Shard> shards(const ShardSizes& sizes) const { return make_shards(terms_, sizes); }

 private:
  std::vector<IndexedTerm> terms_;
};

TEST_CASE("shards hold all terms once, in their order") {
  const Index index({{"alpha", 1}, {"beta", 1}, {"betamax", 1}});
  const std::vector<Shard> whole = index.shards({10'000, 10, 100, 100});
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].first == "alpha");
  CHECK(whole[0].terms == R"(["alpha","39","17","beta","39","17","betamax","39","17"])");
  CHECK(whole[0].places.empty());
  CHECK(make_shards({}, {100, 10, 100, 100}).empty());
}

TEST_CASE("a shard is known by what tells its first term from the one before") {
  const std::vector<Shard> cut = Index({{"alpha", 1}, {"beta", 1}, {"betamax", 1}}).shards({1, 10, 100, 100});
  REQUIRE(cut.size() == 3);
  CHECK(cut[0].first == "alpha");
  CHECK(cut[1].first == "b");
  CHECK(cut[1].terms == R"(["beta","39","17"])");
  CHECK(cut[2].first == "betam");
}

TEST_CASE("places of more than a few bytes are in files of their own") {
  const Index index({{"alpha", 2}, {"beta", 1}, {"gamma", 2}});
  const std::vector<Shard> shards = index.shards({10'000, 2, 100, 100});
  REQUIRE(shards.size() == 1);
  CHECK(shards[0].terms == R"(["alpha","3919",[0],"beta","39","17","gamma","3919",[0]])");
  CHECK(shards[0].places == std::vector<std::string>{R"(["alpha","1717","gamma","1717"])"});
}

TEST_CASE("places of a frequent term are cut where blocks are even, and begin a file") {
  const Index index({{"alpha", 2}, {"beta", 6}, {"gamma", 1}});
  const std::vector<Shard> shards = index.shards({10'000, 0, 4, 4});
  REQUIRE(shards.size() == 1);
  // The file of beta's last document takes the next term, too.
  CHECK(shards[0].places == std::vector<std::string>{R"(["alpha","1717"])", R"(["beta","17"])",
                                                     R"(["beta","1717"])", R"(["beta","1717"])",
                                                     R"(["beta","17","gamma","17"])"});
  CHECK(shards[0].terms == R"(["alpha","3919",[0],"beta","391919191919",[1,4,6,8],"gamma","39",[4]])");
}

}  // namespace
}  // namespace paperboy::search
