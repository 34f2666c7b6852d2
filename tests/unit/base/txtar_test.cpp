#include "support/txtar.h"

#include <catch2/catch.hpp>

namespace paperboy::tests {

TEST_CASE("A golden file has prose and named parts") {
  const Txtar archive =
      parse_txtar("About this.\n-- a/b.md --\none\n\ntwo\n-- expect --\n-- not a marker\n--  --\n");
  CHECK(archive.prose == "About this.\n");
  REQUIRE(archive.files.size() == 2);
  CHECK(archive.at("a/b.md") == "one\n\ntwo\n");
  CHECK(archive.at("expect") == "-- not a marker\n--  --\n");
  CHECK(archive.find("other") == nullptr);
}

TEST_CASE("A golden file is written as it was read") {
  const std::string text = "Prose\n\n-- a --\n\n-- b c --\nx\n";
  CHECK(format_txtar(parse_txtar(text)) == text);
  CHECK(format_txtar(parse_txtar("-- a --\nno end")) == "-- a --\nno end\n");
  CHECK(format_txtar(parse_txtar("")).empty());
}

TEST_CASE("A part is replaced or added") {
  Txtar archive = parse_txtar("-- a --\nold\n");
  archive.set("a", "new");
  archive.set("expect", "out\n");
  CHECK(format_txtar(archive) == "-- a --\nnew\n-- expect --\nout\n");
}

}  // namespace paperboy::tests
