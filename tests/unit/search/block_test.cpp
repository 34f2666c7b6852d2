#include "search/block.h"

#include <catch2/catch.hpp>

#include "search/block_writer.h"
#include "search/merge.h"
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

using Documents = std::vector<std::vector<FieldText>>;

// The bytes of a block.
std::string block_of(const Documents& documents) {
  BlockWriter writer;
  for (const std::vector<FieldText>& texts : documents) {
    writer.add(texts);
  }
  return writer.finish();
}

std::vector<std::string> terms_of(const Block& block) {
  std::vector<std::string> terms;
  for (std::size_t at = 0; at < block.size(); ++at) {
    terms.emplace_back(block.term(at));
  }
  return terms;
}

BlockTerm find(const Block& block, std::string_view term) {
  return block.at(block.lower_bound(term));
}

// Impact and places of a term in the only document of a block that has it.
std::vector<std::uint32_t> impact_and_places(const std::vector<FieldText>& texts, std::string_view term) {
  const std::string bytes = block_of({texts});
  const BlockTerm found = find(Block(bytes), term);
  std::vector<std::uint32_t> known = {numbers(found.postings).at(1)};
  std::uint32_t place = 0;
  const std::vector<std::uint32_t> places = numbers(found.places);
  for (std::size_t at = 1; at < places.size(); ++at) {
    known.push_back(place += places[at]);
  }
  return known;
}

const Documents kTwo = {{{Field::Title, "World models"}, {Field::Abstract, "A model of worlds."}},
                        {{Field::Abstract, "The model."}}};

TEST_CASE("a term lists its documents in order, with the places in them") {
  const std::string bytes = block_of(kTwo);
  const BlockTerm model = find(Block(bytes), "model");
  CHECK(model.last_document == 1);
  const std::vector<std::uint32_t> postings = numbers(model.postings);
  REQUIRE(postings.size() == 4);
  CHECK(postings[0] == 0);
  CHECK(postings[2] == 1);
  // Two places, 1 and 65; one place, 1.
  CHECK(numbers(model.places) == std::vector<std::uint32_t>{2, 1, 64, 1, 1});
}

TEST_CASE("terms stand in the order of their bytes, and are found in it") {
  const std::string bytes = block_of({{{Field::Title, "zeta 残差流 alpha"}}, {{Field::Title, "beta 2026"}}});
  const Block block(bytes);
  CHECK(terms_of(block) == std::vector<std::string>{"2026", "alpha", "beta", "zeta", "差流", "残差", "流"});
  CHECK(block.lower_bound("") == 0);
  CHECK(block.lower_bound("beta") == 2);
  CHECK(block.lower_bound("betb") == 3);
  CHECK(block.lower_bound("龙") == block.size());
  CHECK(Block().size() == 0);
}

TEST_CASE("a title weighs more than an abstract, and impacts have 5 bits") {
  CHECK(impact_and_places({{Field::Title, "muon"}}, "muon").front() >
        impact_and_places({{Field::Abstract, "muon"}}, "muon").front());
  CHECK(impact_and_places(std::vector<FieldText>(100, {Field::Title, "muon"}), "muon").front() <= 31);
}

TEST_CASE("no phrase goes from one text into the next") {
  const std::vector<FieldText> texts = {{Field::Title, "world"}, {Field::Title, "model"}};
  CHECK(impact_and_places(texts, "model").back() - impact_and_places(texts, "world").back() > 1);
}

TEST_CASE("a longer comment changes nothing of the words in other texts") {
  const auto texts = [](std::string_view comment) {
    return std::vector<FieldText>{{Field::Title, "World models"},
                                  {Field::Comment, comment},
                                  {Field::Comment, "残差流"},
                                  {Field::Abstract, "Agents dream."}};
  };
  const auto before = texts("Short.");
  const auto after = texts("Much longer now, but still of the size that a comment has.");
  for (const char* const term : {"world", "model", "残差", "agent", "dream"}) {
    CHECK(impact_and_places(before, term) == impact_and_places(after, term));
  }
  const std::string old_bytes = block_of({before});
  const std::string new_bytes = block_of({after});
  CHECK(changed_terms(Block(old_bytes), Block(new_bytes)) ==
        std::vector<std::string>{"a", "but", "comment", "has", "longer", "much", "now", "of", "short", "size",
                                 "still", "that", "the"});
}

TEST_CASE("blocks that follow each other are one index") {
  const std::string bytes = block_of(kTwo);
  const std::string more = block_of({{}, {{Field::Title, "Models"}}});
  const std::vector<IndexedTerm> merged = merge_terms({{Block(bytes), Block(more)}, 2}, {"b", "of"});
  REQUIRE(merged.size() == 1);
  CHECK(merged[0].term == "model");
  const std::vector<std::uint32_t> postings = numbers(merged[0].postings);
  REQUIRE(postings.size() == 6);
  CHECK(postings[0] == 0);  // documents 0, 1 and 3
  CHECK(postings[2] == 1);
  CHECK(postings[4] == 2);
  REQUIRE(merged[0].places.size() == 2);
  CHECK(merged[0].places[1].first_document == 3);
  CHECK(merged[0].places[1].bytes == "10");
}

TEST_CASE("a term has the key that the script computes") {
  CHECK(term_key("") == "811c9dc5");
  CHECK(term_key("a") == "e40c292c");
  CHECK(term_key("foobar") == "bf9cf968");  // the vectors of FNV-1a
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
