#include "base/text_table.h"

#include <catch2/catch.hpp>
#include <deque>
#include <map>
#include <string>

using namespace paperboy;

TEST_CASE("numbers are found by their texts, the first one of each") {
  base::TextTable table;
  CHECK(table.find("a") == nullptr);
  CHECK(table.add("a", 1) == 1);
  CHECK(table.add("a", 2) == 1);
  CHECK(table.add("", 3) == 3);
  CHECK(*table.find("a") == 1);
  CHECK(*table.find("") == 3);
  CHECK(table.at("a") == 1);
  CHECK_THROWS_AS(table.at("b"), std::out_of_range);
  table.add("a", 1) = 4;
  CHECK(*table.find("a") == 4);
}

TEST_CASE("texts with the same hash are told apart, and a table grows as it must") {
  std::deque<std::string> texts;
  base::TextTable table;
  for (std::uint32_t number = 0; number < 1000; ++number) {
    texts.push_back("papers/" + std::to_string(number) + "/index.html");
    table.add(texts.back(), 7, number);
  }
  std::map<std::string, std::uint32_t> seen;
  table.each([&](std::string_view text, std::uint32_t number) { seen.emplace(text, number); });
  CHECK(seen.size() == 1000);
  for (std::uint32_t number = 0; number < 1000; ++number) {
    REQUIRE(table.find(texts[number], 7) != nullptr);
    CHECK(*table.find(texts[number], 7) == number);
    CHECK(seen.at(texts[number]) == number);
  }
  CHECK(table.find("papers/1000/index.html", 7) == nullptr);
}
