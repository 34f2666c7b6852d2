#include "search/index.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "search/numbers.h"

namespace paperboy::search {
namespace {

std::vector<std::uint32_t> numbers(std::string_view text) {
  std::vector<std::uint32_t> read;
  for (NumberReader reader(text); !reader.is_done();) {
    read.push_back(reader.next());
  }
  return read;
}

Index small_index() {
  return make_index({count_terms({{Field::Title, "World models"}, {Field::Abstract, "A model of worlds."}}),
                     count_terms({{Field::Abstract, "The model."}})},
                    2);
}

const IndexedTerm& find(const Index& index, std::string_view term) {
  return *std::find_if(index.begin(), index.end(), [&](const IndexedTerm& one) { return one.term == term; });
}

const DocumentTerms::Term& find(const DocumentTerms& document, std::string_view term) {
  return *std::find_if(document.terms.begin(), document.terms.end(),
                       [&](const DocumentTerms::Term& one) { return one.term == term; });
}

TEST_CASE("a term lists its documents in order, with the places in them") {
  const Index index = small_index();
  const IndexedTerm& model = find(index, "model");
  const std::vector<std::uint32_t> postings = numbers(model.postings);
  REQUIRE(postings.size() == 4);
  CHECK(postings[0] == 0);
  CHECK(postings[2] == 1);
  // Two places, 1 and 11; one place, 1.
  CHECK(numbers(model.places) == std::vector<std::uint32_t>{2, 1, 10, 1, 1});
}

TEST_CASE("terms stand in the order of their bytes, whatever the number of threads") {
  const std::vector<DocumentTerms> documents = {count_terms({{Field::Title, "zeta 残差流 alpha"}}),
                                                count_terms({{Field::Title, "beta 2026"}})};
  for (const std::size_t threads : {1U, 4U}) {
    std::vector<std::string> terms;
    for (const IndexedTerm& term : make_index(documents, threads)) {
      terms.push_back(term.term);
    }
    CHECK(terms == std::vector<std::string>{"2026", "alpha", "beta", "zeta", "差流", "残差", "流"});
  }
}

TEST_CASE("a title weighs more than an abstract, and impacts have 5 bits") {
  const std::vector<std::uint32_t> postings = numbers(find(small_index(), "model").postings);
  CHECK(postings[1] > postings[3]);
  const DocumentTerms terms = count_terms(std::vector<FieldText>(100, {Field::Title, "muon"}));
  CHECK(find(terms, "muon").impact <= 31);
}

TEST_CASE("no phrase goes from one text into the next") {
  const DocumentTerms document = count_terms({{Field::Title, "world"}, {Field::Title, "model"}});
  const std::uint32_t world = document.places[find(document, "world").first_place];
  const std::uint32_t model = document.places[find(document, "model").first_place];
  CHECK(model - world > 1);
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

}  // namespace
}  // namespace paperboy::search
