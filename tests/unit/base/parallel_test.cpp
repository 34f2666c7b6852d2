#include "base/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <thread>
#include <vector>

namespace paperboy::base {

TEST_CASE("Every index is worked on exactly once") {
  for (const std::size_t threads : {0U, 1U, 2U, 7U, 64U}) {
    std::vector<std::atomic<int>> calls(1000);
    parallel_for(calls.size(), threads, [&calls](std::size_t i) { ++calls[i]; });
    for (const std::atomic<int>& count : calls) {
      REQUIRE(count == 1);
    }
  }
}

TEST_CASE("No work is fine") {
  parallel_for(0, 4, [](std::size_t) { FAIL("called"); });
}

TEST_CASE("One thread works in order on the caller's thread") {
  std::vector<std::size_t> order;
  parallel_for(3, 1, [&order, caller = std::this_thread::get_id()](std::size_t i) {
    CHECK(std::this_thread::get_id() == caller);
    order.push_back(i);
  });
  CHECK(order == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("Of several failures the one with the lowest index is rethrown after all work is done") {
  for (const std::size_t threads : {1U, 4U}) {
    std::atomic<int> calls{0};
    const auto work = [&calls](std::size_t i) {
      ++calls;
      if (i % 10 == 3) {
        throw std::runtime_error("failed at " + std::to_string(i));
      }
    };
    CHECK_THROWS_WITH(parallel_for(100, threads, work), "failed at 3");
    CHECK(calls == 100);
  }
}

TEST_CASE("There is at least one thread to work on") {
  CHECK(available_threads() >= 1);
}

}  // namespace paperboy::base
