#include "outputs/feed_cut.h"

#include <catch2/catch.hpp>

namespace paperboy::outputs {

TEST_CASE("an archive document is as before when it has the same items and neighbours") {
  FeedCut cut{{0, 3, 7}, std::vector<std::size_t>{0, 3, 7}};
  CHECK(cut.document_count() == 2);
  CHECK(cut.has_count_of_before());
  CHECK(cut.is_as_before(1));
  CHECK(cut.is_as_before(2));

  cut.before = {0, 3, 6};  // an item went over to the second document
  CHECK(cut.has_count_of_before());
  CHECK(cut.is_as_before(1));
  CHECK_FALSE(cut.is_as_before(2));

  cut.before = {0, 3};  // the first was the last: it named none after it
  CHECK_FALSE(cut.has_count_of_before());
  CHECK_FALSE(cut.is_as_before(1));
  CHECK_FALSE(cut.is_as_before(2));

  cut.before = {0, 3, 7, 9};
  CHECK(cut.is_as_before(1));
  CHECK_FALSE(cut.is_as_before(2));

  cut.before.reset();
  CHECK_FALSE(cut.has_count_of_before());
  CHECK_FALSE(cut.is_as_before(1));
}

}  // namespace paperboy::outputs
