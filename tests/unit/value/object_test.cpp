#include <catch2/catch.hpp>
#include <string>

#include "value/value.h"

namespace paperboy::value {
namespace {

Member member(std::string key, std::string text) {
  return {std::move(key), {}, Value(Scalar{std::move(text), Style::Quoted}, {})};
}

std::string text_of(const Object& object, std::string_view key) {
  const Value* value = object.find(key);
  return value == nullptr ? "(none)" : value->scalar()->text;
}

}  // namespace

TEST_CASE("an object finds its members, few or many, and keeps their order") {
  for (const std::size_t count : {0u, 1u, 16u, 17u, 33u, 5000u}) {
    Object object;
    for (std::size_t i = 0; i < count; ++i) {
      object.add(member("key" + std::to_string(i), std::to_string(i)));
    }
    REQUIRE(object.size() == count);
    for (std::size_t i = 0; i < count; ++i) {
      CHECK(text_of(object, "key" + std::to_string(i)) == std::to_string(i));
      CHECK(object.members()[i].key == "key" + std::to_string(i));
    }
    CHECK(text_of(object, "key") == "(none)");
    CHECK(object.find_member("key5001") == nullptr);
  }
}

TEST_CASE("a copied or moved object finds its own members") {
  Object object;
  for (int i = 0; i < 40; ++i) {
    object.add(member("k" + std::to_string(i), "old"));
  }
  Object copy = object;
  copy.add(member("more", "new"));
  CHECK(text_of(copy, "more") == "new");
  CHECK(text_of(object, "more") == "(none)");
  CHECK(copy.find("k7") != object.find("k7"));
  const Object moved = std::move(copy);
  CHECK(text_of(moved, "k39") == "old");
}

TEST_CASE("finding gives the first of two equal keys") {
  for (const int others : {0, 40}) {
    Object object;
    object.add(member("same", "first"));
    for (int i = 0; i < others; ++i) {
      object.add(member("k" + std::to_string(i), ""));
    }
    object.add(member("same", "second"));
    CHECK(text_of(object, "same") == "first");
  }
}

TEST_CASE("kinds are named for messages") {
  CHECK(Value().kind_name() == "nothing");
  CHECK(Value(Scalar{"a", Style::Plain}, {}).kind_name() == "text");
  CHECK(Value(Array{}, {}).kind_name() == "a list");
  CHECK(Value(Object{}, {}).kind_name() == "a mapping");
}

}  // namespace paperboy::value
