#include "search/shards.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>

#include "search/numbers.h"

namespace paperboy::search {
namespace {

// A term that stands once in each of some documents, at place 7.
IndexedTerm term_in(std::string term, std::uint32_t documents) {
  IndexedTerm indexed{std::move(term), {}, {}};
  for (std::uint32_t number = 0; number < documents; ++number) {
    append_number(indexed.postings, number == 0 ? 3 : 1);  // from document 3 on
    append_number(indexed.postings, 9);
    append_number(indexed.places, 1);
    append_number(indexed.places, 7);
  }
  return indexed;
}

TEST_CASE("shards hold all terms once, in their order") {
  const Index index = {term_in("alpha", 1), term_in("beta", 1), term_in("gamma", 1)};
  const std::vector<Shard> whole = make_shards(index, {10'000, 10, 100, 100});
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].first == "alpha");
  CHECK(whole[0].terms == R"(["alpha","39","17","beta","39","17","gamma","39","17"])");
  CHECK(whole[0].places.empty());
  const std::vector<Shard> cut = make_shards(index, {1, 10, 100, 100});
  REQUIRE(cut.size() == index.size());
  CHECK(cut[1].first == "beta");
  CHECK(cut[1].terms == R"(["beta","39","17"])");
  CHECK(make_shards({}, {100, 10, 100, 100}).empty());
}

TEST_CASE("places of more than a few bytes are in files of their own") {
  const Index index = {term_in("alpha", 2), term_in("beta", 1), term_in("gamma", 2)};
  const std::vector<Shard> shards = make_shards(index, {10'000, 2, 100, 100});
  REQUIRE(shards.size() == 1);
  CHECK(shards[0].terms == R"(["alpha","3919",[0],"beta","39","17","gamma","3919",[0]])");
  CHECK(shards[0].places == std::vector<std::string>{R"(["alpha","1717","gamma","1717"])"});
}

TEST_CASE("places of a frequent term are cut between documents, and begin a file") {
  const Index index = {term_in("alpha", 2), term_in("beta", 5), term_in("gamma", 1)};
  const std::vector<Shard> shards = make_shards(index, {10'000, 0, 4, 4});
  REQUIRE(shards.size() == 1);
  // The file of beta's last document takes the next term, too.
  CHECK(shards[0].places == std::vector<std::string>{R"(["alpha","1717"])", R"(["beta","1717"])",
                                                     R"(["beta","1717"])", R"(["beta","17","gamma","17"])"});
  CHECK(shards[0].terms == R"(["alpha","3919",[0],"beta","3919191919",[1,5,7],"gamma","39",[3]])");
}

}  // namespace
}  // namespace paperboy::search
