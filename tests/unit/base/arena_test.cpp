#include "base/arena.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace paperboy;

TEST_CASE("what an arena keeps is a copy that stays as it is") {
  base::Arena arena;
  std::string text = "papers/2605.03769/index.html";
  std::vector<std::uint64_t> numbers = {1, 2, 3};
  const std::string_view kept_text = arena.keep(text);
  const std::span<const std::uint64_t> kept_numbers = arena.keep(std::span<const std::uint64_t>(numbers));
  const std::string_view nothing = arena.keep("");
  for (int more = 0; more < 1000; ++more) {
    arena.keep(std::to_string(more));
  }
  text.assign(text.size(), 'x');
  numbers.assign(3, 0);
  CHECK(kept_text == "papers/2605.03769/index.html");
  CHECK(std::vector<std::uint64_t>(kept_numbers.begin(), kept_numbers.end()) ==
        std::vector<std::uint64_t>{1, 2, 3});
  CHECK(nothing.empty());
}
