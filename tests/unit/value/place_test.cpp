#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "dump.h"
#include "value/read.h"

namespace paperboy::value {
namespace {

std::string with_windows_lines(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return out;
}

std::string read(const std::string& text) {
  const base::Source source("a.yaml", text);
  base::Diagnostics diagnostics;
  const std::optional<Value> value = read_yaml(source, Aliases::Refused, diagnostics);
  return value ? dump(*value) : diagnostics.sorted().front().message;
}

constexpr const char* kPaper =
    "标题: 图神经网络 的\n  综述\n作者: [张三, \"李四\"]\n摘要: |\n  第一行\n  第二行\n空:\n注: '一''二'\n";

constexpr const char* kPaperPlaces =
    "mapping 1:1-8:10\n"
    "  <标题> 1:1-1:3: plain <图神经网络 的 综述> 1:5-2:5\n"
    "  <作者> 3:1-3:3: list 3:5-3:15\n"
    "    - plain <张三> 3:6-3:8\n"
    "    - quoted <李四> 3:10-3:14\n"
    "  <摘要> 4:1-4:3: block <第一行\\n第二行\\n> 4:5-6:6\n"
    "  <空> 7:1-7:2: nothing 7:1-7:2\n"
    "  <注> 8:1-8:2: quoted <一'二> 8:4-8:10\n";

}  // namespace

TEST_CASE("places count characters in Chinese text") {
  CHECK(read(kPaper) == kPaperPlaces);
}

TEST_CASE("places are the same after a byte order mark") {
  CHECK(read("\xEF\xBB\xBF" + std::string(kPaper)) == kPaperPlaces);
}

TEST_CASE("places and texts are the same with Windows line ends") {
  CHECK(read(with_windows_lines(kPaper)) == kPaperPlaces);
}

TEST_CASE("the last line needs no line break") {
  CHECK(read("a: b") == "mapping 1:1-1:5\n  <a> 1:1-1:2: plain <b> 1:4-1:5\n");
  CHECK(read("a: |\n  b") == "mapping 1:1-2:4\n  <a> 1:1-1:2: block <b> 1:4-2:4\n");
  CHECK(read("'a'") == "quoted <a> 1:1-1:4\n");
}

TEST_CASE("a span's text is what was written") {
  const base::Source source("a.yaml", "标题: \"a\\tb\"  # c\nx: [1, {y: 2}] # d\n");
  base::Diagnostics diagnostics;
  const auto value = read_yaml(source, Aliases::Refused, diagnostics);
  REQUIRE(value);
  CHECK(value->object()->find("标题")->span().text() == "\"a\\tb\"");
  CHECK(value->object()->find("标题")->scalar()->text == "a\tb");
  CHECK(value->object()->find_member("标题")->key_span.text() == "标题");
  CHECK(value->object()->find("x")->span().text() == "[1, {y: 2}]");
  CHECK(value->object()->find("x")->array()->at(1).span().text() == "{y: 2}");
}

TEST_CASE("front matter with Windows line ends has its places in the whole file") {
  const base::Source source("a.md", "---\r\n题: 一\r\n---\r\n文\r\n");
  base::Diagnostics diagnostics;
  const auto front = read_front_matter(source, diagnostics);
  REQUIRE(front);
  CHECK(front->body.text() == "文\r\n");
  CHECK(front->fields.object()->find("题")->span().text() == "一");
  CHECK(place_of(front->fields.object()->find("题")->span()) == "2:4-2:5");
}

TEST_CASE("front matter begins on the very first line only") {
  for (const char* text : {"", "\n---\na: 1\n---\n", " ---\na: 1\n---\n", "----\na: 1\n----\n", "text"}) {
    const base::Source source("a.md", text);
    base::Diagnostics diagnostics;
    const auto front = read_front_matter(source, diagnostics);
    REQUIRE(front);
    CHECK(front->fields.object()->size() == 0);
    CHECK(front->body.text() == text);
  }
}

TEST_CASE("a line of dashes in a text block of front matter does not close it") {
  const base::Source source("a.md", "---\na: |\n  ---\n  x\n---\nbody");
  base::Diagnostics diagnostics;
  const auto front = read_front_matter(source, diagnostics);
  REQUIRE(front);
  CHECK(front->fields.object()->find("a")->scalar()->text == "---\nx\n");
  CHECK(front->body.text() == "body");
}

}  // namespace paperboy::value
