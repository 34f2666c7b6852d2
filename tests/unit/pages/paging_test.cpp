#include "pages/paging.h"

#include <catch2/catch.hpp>

using namespace paperboy;
using pages::ItemRange;
using pages::Paging;

TEST_CASE("a list of at most twice the page size is one page") {
  for (std::size_t items : {0u, 1u, 10u, 20u}) {
    Paging paging(items, 10);
    CHECK(paging.count() == 1);
    CHECK(paging.items(1) == ItemRange{0, items});
  }
  CHECK(Paging(21, 10).count() == 2);
}

TEST_CASE("a page size of 0 never cuts a list") {
  Paging paging(5000, 0);
  CHECK(paging.count() == 1);
  CHECK(paging.items(1) == ItemRange{0, 5000});
  CHECK(paging.page_of(4999) == 1);
}

TEST_CASE("the front page has the newest items, the others are full and numbered from the oldest") {
  Paging paging(35, 10);
  REQUIRE(paging.count() == 3);
  CHECK(paging.is_front(3));
  CHECK(paging.items(3) == ItemRange{0, 15});
  CHECK(paging.items(2) == ItemRange{15, 25});
  CHECK(paging.items(1) == ItemRange{25, 35});
  CHECK(paging.page_of(0) == 3);
  CHECK(paging.page_of(14) == 3);
  CHECK(paging.page_of(15) == 2);
  CHECK(paging.page_of(34) == 1);
}

TEST_CASE("every item is on one page, and a numbered page keeps its items when the list grows") {
  constexpr std::size_t kSize = 7;
  for (std::size_t items = 0; items < 100; ++items) {
    Paging paging(items, kSize);
    Paging grown(items + 1, kSize);
    std::size_t seen = 0;
    for (std::size_t page = paging.count(); page >= 1; --page) {
      ItemRange range = paging.items(page);
      CHECK(range.first == seen);
      seen = range.last;
      if (!paging.is_front(page)) {
        CHECK(range.last - range.first == kSize);
        // One newer item moves all others by one.
        CHECK(grown.items(page) == ItemRange{range.first + 1, range.last + 1});
      } else if (page > 1) {
        CHECK(range.last - range.first > kSize);
        CHECK(range.last - range.first <= 2 * kSize);
      }
    }
    CHECK(seen == items);
  }
}
