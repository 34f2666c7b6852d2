#include "base/lists.h"

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::base {

namespace {

using Numbers = std::vector<int>;

Numbers list(const Lists<int>& lists, std::size_t at) {
  return {lists[at].begin(), lists[at].end()};
}

std::string join(const std::vector<std::string_view>& pieces) {
  std::string bytes;
  for (const std::string_view piece : pieces) {
    bytes += piece;
  }
  return bytes;
}

std::string packed(const Lists<int>& lists) {
  PackedPieces out;
  lists.write(out);
  return join(out.pieces());
}

Lists<int> three_lists() {
  Lists<int> lists;
  lists.add(std::array{1, 2});
  lists.add({});
  lists.add(std::array{3});
  return lists;
}

}  // namespace

TEST_CASE("Lists are found by number, empty ones too") {
  const Lists<int> lists = three_lists();
  REQUIRE(lists.size() == 3);
  CHECK(list(lists, 0) == Numbers{1, 2});
  CHECK(list(lists, 1).empty());
  CHECK(list(lists, 2) == Numbers{3});
}

TEST_CASE("A run of lists goes behind those that are there") {
  const Lists<int> lists = three_lists();
  Lists<int> others;
  others.add(std::array{9});
  others.add_run(lists, 1, 3);
  others.add_run(lists, 0, 0);
  others.add_run(lists, 0, 1);
  REQUIRE(others.size() == 4);
  CHECK(list(others, 0) == Numbers{9});
  CHECK(list(others, 1).empty());
  CHECK(list(others, 2) == Numbers{3});
  CHECK(list(others, 3) == Numbers{1, 2});
}

TEST_CASE("Lists are read as they were written, and damaged ones are noticed") {
  const std::string bytes = packed(three_lists());
  PackedReader in(bytes);
  const auto read = Lists<int>::read(in);
  REQUIRE(read.has_value());
  CHECK(in.done());
  CHECK(list(*read, 0) == Numbers{1, 2});
  CHECK(list(*read, 2) == Numbers{3});

  for (std::size_t size = 0; size < bytes.size(); ++size) {
    INFO(size);
    PackedReader cut(std::string_view(bytes).substr(0, size));
    const auto damaged = Lists<int>::read(cut);
    CHECK((!damaged || cut.failed()));
  }
  const std::array<std::uint32_t, 1> beyond{4};
  const std::array<int, 1> item{1};
  PackedPieces wrong;
  wrong.items<std::uint32_t>(beyond).items<int>(item);
  const std::string wrong_bytes = join(wrong.pieces());
  PackedReader lying(wrong_bytes);
  CHECK_FALSE(Lists<int>::read(lying).has_value());
}

TEST_CASE("Texts are lists of characters") {
  TextList texts;
  texts.add(std::string_view("papers/a"));
  texts.add(std::string_view("论文"));
  CHECK(text_of(texts[0]) == "papers/a");
  CHECK(text_of(texts[1]) == "论文");
}

}  // namespace paperboy::base
