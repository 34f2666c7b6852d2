#include "base/digest_table.h"

#include <catch2/catch.hpp>

using namespace paperboy;

TEST_CASE("numbers are found by digests, the first one of each, however many there are") {
  base::DigestTable table;
  const base::LongDigest digest = base::long_digest("a");
  CHECK(table.find(digest) == nullptr);
  CHECK(table.add(digest, 1));
  CHECK_FALSE(table.add(digest, 2));
  CHECK(*table.find(digest) == 1);
  // Half of them look alike where they are put.
  for (std::uint32_t number = 0; number < 1000; ++number) {
    CHECK(table.add({number, number % 2 == 0 ? number : 5}, number));
  }
  for (std::uint32_t number = 0; number < 1000; ++number) {
    REQUIRE(table.find({number, number % 2 == 0 ? number : 5}) != nullptr);
    CHECK(*table.find({number, number % 2 == 0 ? number : 5}) == number);
  }
  CHECK(table.find({1000, 5}) == nullptr);
}
