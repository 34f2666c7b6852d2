#include "search/term_numbers.h"

#include <catch2/catch.hpp>

namespace paperboy::search {
namespace {

TEST_CASE("terms keep their numbers while more come") {
  TermNumbers numbers;
  CHECK(numbers.number_of("") == 0);
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t at = 1; at < 5000; ++at) {
      REQUIRE(numbers.number_of("w" + std::to_string(at)) == at);
    }
  }
  CHECK(numbers.size() == 5000);
  CHECK(numbers.term(0).empty());
  CHECK(numbers.term(17) == "w17");
}

}  // namespace
}  // namespace paperboy::search
