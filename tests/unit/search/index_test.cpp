#include "search/index.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "search/shards.h"

namespace paperboy::search {
namespace {

Index small_index() {
  return make_index({count_terms({{Field::Title, "World models"}, {Field::Abstract, "A model of worlds."}}),
                     count_terms({{Field::Abstract, "The model."}})});
}

// What append_number() wrote.
std::vector<std::uint32_t> numbers(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  std::vector<std::uint32_t> read;
  std::uint32_t number = 0;
  unsigned shift = 0;
  for (const char c : text) {
    const auto digit = static_cast<std::uint32_t>(kDigits.find(c));
    number |= (digit & 31U) << shift;
    shift += 5;
    if (digit < 32) {
      read.push_back(number);
      number = 0;
      shift = 0;
    }
  }
  return read;
}

TEST_CASE("a term lists its documents in order, with the places in them") {
  const Index index = small_index();
  const std::vector<Posting>& model = index.at("model");
  REQUIRE(model.size() == 2);
  CHECK(model[0].document == 0);
  CHECK(model[1].document == 1);
  CHECK(model[0].places == std::vector<std::uint32_t>{1, 11});
  CHECK(model[1].places == std::vector<std::uint32_t>{1});
}

TEST_CASE("a title weighs more than an abstract, and impacts have 5 bits") {
  const Index index = small_index();
  CHECK(index.at("model")[0].impact > index.at("model")[1].impact);
  const DocumentTerms terms = count_terms(std::vector<FieldText>(100, {Field::Title, "muon"}));
  CHECK(terms.at("muon").impact <= 31);
}

TEST_CASE("no phrase goes from one text into the next") {
  const DocumentTerms terms = count_terms({{Field::Title, "world"}, {Field::Title, "model"}});
  CHECK(terms.at("model").places[0] - terms.at("world").places[0] > 1);
}

TEST_CASE("numbers are written in digits of five bits") {
  std::string text;
  const std::vector<std::uint32_t> wanted = {0, 31, 32, 1023, 1024, 123'456'789, 4'294'967'295U};
  for (const std::uint32_t number : wanted) {
    append_number(text, number);
  }
  CHECK(text.substr(0, 4) == "0VW1");
  CHECK(numbers(text) == wanted);
  CHECK(numbers(ascending_numbers({5, 7, 100})) == std::vector<std::uint32_t>{5, 2, 93});
}

TEST_CASE("shards hold all terms once, in their order") {
  const Index index = small_index();
  const std::vector<Shard> whole = make_shards(index, 10'000);
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].first == "a");
  const std::vector<Shard> cut = make_shards(index, 1);
  REQUIRE(cut.size() == index.size());
  CHECK(cut[1].json.find("\"model\",\"") == 1);
  CHECK(make_shards({}, 100).empty());
}

}  // namespace
}  // namespace paperboy::search
