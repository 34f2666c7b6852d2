#include "base/packed.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

namespace paperboy::base {

TEST_CASE("What was packed is read back in the same order") {
  PackedWriter writer;
  writer.number(0).text("").number(127).number(128).text("研究\n").number(
      std::numeric_limits<std::uint64_t>::max());
  PackedReader reader(writer.bytes());
  CHECK(reader.number() == 0);
  CHECK(reader.text().empty());
  CHECK(reader.number() == 127);
  CHECK(reader.number() == 128);
  CHECK(reader.text() == "研究\n");
  CHECK(reader.number() == std::numeric_limits<std::uint64_t>::max());
  CHECK(reader.done());
  CHECK_FALSE(reader.failed());
}

TEST_CASE("Bytes that end too early, or name more than there is, are noticed") {
  const std::string whole = PackedWriter().text("paper").number(300).bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO(size);
    PackedReader reader(std::string_view(whole).substr(0, size));
    static_cast<void>(reader.text());
    static_cast<void>(reader.number());
    CHECK(reader.failed());
    CHECK(reader.done());
  }
  PackedReader endless(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 11));
  CHECK(endless.number() == 0);
  CHECK(endless.failed());
}

}  // namespace paperboy::base
