#include <catch2/catch.hpp>

#include "base/reads.h"

namespace paperboy::base {

TEST_CASE("what is looked at without a note is not among the reads") {
  const int shown = 1;
  const int passed_over = 2;
  const int made_inside = 3;
  Reads reads;
  {
    const UnnotedReads unnoted;
    Reads::note(&passed_over);
    const Reads inner;  // what is made meanwhile has reads of its own
    Reads::note(&made_inside);
    CHECK(inner.parts() == std::vector<const void*>{&made_inside});
  }
  Reads::note(&shown);
  CHECK(reads.parts() == std::vector<const void*>{&shown});
}

}  // namespace paperboy::base
