#include "base/packed.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

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

TEST_CASE("Lists among what is packed are not copied, and stand where they were written") {
  const std::vector<std::uint16_t> list{1, 2, 3};
  const std::vector<std::uint16_t> none;
  PackedPieces out;
  out.number(7).items<std::uint16_t>(list).text("between").items<std::uint16_t>(none).number(8);
  std::string bytes;
  bool points_to_list = false;
  for (const std::string_view piece : out.pieces()) {
    points_to_list = points_to_list || piece.data() == reinterpret_cast<const char*>(list.data());
    bytes += piece;
  }
  CHECK(points_to_list);
  PackedReader reader(bytes);
  CHECK(reader.number() == 7);
  CHECK(reader.items<std::uint16_t>() == list);
  CHECK(reader.text() == "between");
  CHECK(reader.items<std::uint16_t>().empty());
  CHECK(reader.number() == 8);
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
