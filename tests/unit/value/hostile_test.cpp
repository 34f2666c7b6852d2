#include <pthread.h>

#include <catch2/catch.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dump.h"
#include "value/read.h"

namespace paperboy::value {
namespace {

using namespace std::string_literals;

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

// The code of the first error; "fine" when the text was read.
std::string verdict(const std::optional<Value>& value, const base::Diagnostics& diagnostics) {
  CHECK(value.has_value() != diagnostics.has_errors());
  return value ? "fine" : diagnostics.sorted().front().code;
}

std::string yaml(const std::string& text, Aliases aliases = Aliases::Refused, const Limits& limits = {}) {
  const base::Source source("a.yaml", text);
  base::Diagnostics diagnostics;
  return verdict(read_yaml(source, aliases, diagnostics, limits), diagnostics);
}

std::string json(const std::string& text, const Limits& limits = {}) {
  const base::Source source("a.json", text);
  base::Diagnostics diagnostics;
  return verdict(read_json(source, diagnostics, limits), diagnostics);
}

void* run_work(void* work) {
  (*static_cast<std::function<void()>*>(work))();
  return nullptr;
}

void on_small_stack(std::function<void()> work) {
  pthread_attr_t attributes;
  REQUIRE(pthread_attr_init(&attributes) == 0);
  REQUIRE(pthread_attr_setstacksize(&attributes, 256u * 1024u) == 0);
  pthread_t thread;
  REQUIRE(pthread_create(&thread, &attributes, run_work, &work) == 0);
  REQUIRE(pthread_join(thread, nullptr) == 0);
  pthread_attr_destroy(&attributes);
}

std::string alias_bomb() {
  std::string text = "a0: &a0 [x, x]\n";
  for (int level = 1; level <= 10; ++level) {
    const std::string below = "*a" + std::to_string(level - 1);
    const std::string items = below + repeat(", " + below, 9);
    text += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + items + "]\n";
  }
  return text;
}

}  // namespace

TEST_CASE("texts on which a YAML parser may never return are refused") {
  for (const char* text : {",", "!,", "!,str x", "--- ,", "x\n---\n,", ",\n", "!,\n", "[,]", "{,}", "- ,"}) {
    INFO(text);
    CHECK(yaml(text) != "fine");
    CHECK(yaml(text, Aliases::Allowed) != "fine");
  }
}

TEST_CASE("what a lax reader would drop or misread is refused") {
  CHECK(yaml("[1] garbage") == "text-after-bracket");
  CHECK(yaml("- a\nb: c") == "list-and-mapping");
  CHECK(yaml("a: 1\n---\nb: 2") == "second-document");
  CHECK(yaml("a: 1\na: 2") == "duplicate-key");
  CHECK(yaml("a: \"b\nc: d\n") == "unterminated-quote");
  CHECK(yaml("a: \"b\nc: d") == "unterminated-quote");
  CHECK(yaml("\"b\n c\n") == "unterminated-quote");
  CHECK(yaml("\"a\\") == "unterminated-quote");
  CHECK(yaml("a: x\n...\nb") == "text-after-document");
}

TEST_CASE("bytes that no text holds are refused") {
  const std::vector<std::string> invalid = {"\xE9",         "\xFF\xFE",         "\xC0\xAF",
                                            "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"};
  for (const std::string& bytes : invalid) {
    CHECK(yaml("a: " + bytes + "\n") == "invalid-utf8");
    CHECK(json("[\"" + bytes + "\"]") == "invalid-utf8");
  }
  CHECK(yaml("a: x\0y"s) == "control-character");
  CHECK(yaml("a: x\0x41"s) == "control-character");
  CHECK(yaml("a: \"x\0\""s) == "control-character");
  CHECK(yaml("a: x\x04y") == "control-character");
  CHECK(json("[1]\0garbage"s) == "control-character");
  CHECK(json("[\"\x1b\"]") == "control-character");
  CHECK(yaml("a: b\rc: d\r") == "carriage-return");
}

TEST_CASE("deep nesting is an error, also on a small stack") {
  on_small_stack([] {
    for (const std::size_t count : {65u, 499u, 500u, 100000u, 1000000u}) {
      INFO(count);
      CHECK(yaml(repeat("[", count)) == "too-deep");
      CHECK(yaml(repeat("[", count) + repeat("]", count)) == "too-deep");
      CHECK(yaml(repeat("{a: ", count)) == "too-deep");
      CHECK(yaml(repeat("- ", count)) == "too-deep");
      CHECK(json(repeat("[", count)) == "too-deep");
      CHECK(json(repeat("{\"a\":", count)) == "too-deep");
    }
  });
}

TEST_CASE("nesting up to the cap is read, also on a small stack") {
  on_small_stack([] {
    CHECK(yaml(repeat("[", 64) + repeat("]", 64)) == "fine");
    CHECK(yaml(repeat("- ", 64) + "a") == "fine");
    CHECK(json(repeat("[", 64) + repeat("]", 64)) == "fine");
    CHECK(json(repeat("{\"a\":", 64) + "1" + repeat("}", 64)) == "fine");
  });
}

TEST_CASE("nesting by indentation meets the same cap") {
  std::string text;
  for (std::size_t depth = 0; depth < 100; ++depth) {
    text += repeat(" ", depth) + "a:\n";
  }
  CHECK(yaml(text) == "too-deep");
  CHECK(yaml("a:\n b:\n  c: [d]\n", Aliases::Refused, Limits{.depth = 3}) == "too-deep");
  CHECK(yaml("a:\n b:\n  c: [d]\n", Aliases::Refused, Limits{.depth = 4}) == "fine");
}

TEST_CASE("aliases are refused in data, and bounded and without cycles in settings") {
  CHECK(yaml(alias_bomb()) == "anchor-refused");
  CHECK(yaml(alias_bomb(), Aliases::Allowed) == "too-many-aliases");
  CHECK(yaml("&a [*a]", Aliases::Allowed) == "alias-cycle");
  CHECK(yaml("a: &a {b: *a}", Aliases::Allowed) == "alias-cycle");
  CHECK(yaml("a: &a {<<: *a}", Aliases::Allowed) == "alias-cycle");
  CHECK(yaml("a: &a x\nb: [" + repeat("*a, ", 1000) + "]", Aliases::Allowed) == "fine");
  CHECK(yaml("a: &a x\nb: [" + repeat("*a, ", 1001) + "]", Aliases::Allowed) == "too-many-aliases");
}

TEST_CASE("aliases cannot nest deeper than the cap") {
  const std::string half = repeat("[", 40) + repeat("]", 40);
  CHECK(yaml("- &a " + half + "\n- " + repeat("[", 30) + "*a" + repeat("]", 30), Aliases::Allowed) ==
        "too-deep");
}

TEST_CASE("merging cannot multiply members without bound") {
  std::string text = "base: &b {" + [] {
    std::string members;
    for (int i = 0; i < 100; ++i) {
      members += "k" + std::to_string(i) + ": 1, ";
    }
    return members;
  }() + "}\nall:\n" + repeat("  - {<<: *b}\n", 500);
  CHECK(yaml(text, Aliases::Allowed) == "fine");
  CHECK(yaml(text, Aliases::Allowed, Limits{.values = 40000}) == "too-many-values");
}

TEST_CASE("sizes and numbers of values are bounded") {
  CHECK(yaml("abcdef", Aliases::Refused, Limits{.bytes = 5}) == "file-too-large");
  CHECK(json("[1,2,3]", Limits{.bytes = 5}) == "file-too-large");
  CHECK(yaml("[a, b, c]", Aliases::Refused, Limits{.values = 3}) == "too-many-values");
  CHECK(yaml("- a\n- b\n- c\n", Aliases::Refused, Limits{.values = 3}) == "too-many-values");
  CHECK(json("[1,2,3]", Limits{.values = 3}) == "too-many-values");
}

TEST_CASE("mappings of 100,000 keys are read and every key is found") {
  std::string text;
  std::string braces = "{";
  for (int i = 0; i < 100000; ++i) {
    text += "key" + std::to_string(i) + ": " + std::to_string(i) + "\n";
    braces += (i == 0 ? "\"key" : ",\"key") + std::to_string(i) + "\":" + std::to_string(i);
  }
  braces += "}";
  const base::Source yaml_source("a.yaml", text);
  const base::Source json_source("a.json", braces);
  base::Diagnostics diagnostics;
  for (const auto& value :
       {read_yaml(yaml_source, Aliases::Refused, diagnostics), read_json(json_source, diagnostics)}) {
    REQUIRE(value);
    std::size_t found = 0;
    for (int i = 0; i < 100000; ++i) {
      const Value* member = value->object()->find("key" + std::to_string(i));
      found += member != nullptr && member->scalar()->text == std::to_string(i) ? 1u : 0u;
    }
    CHECK(found == 100000);
  }
  CHECK(yaml(text + "key99999: x\n") == "duplicate-key");
}

TEST_CASE("JSON that other readers accept half-way is refused") {
  for (const char* text : {"",
                           " ",
                           "[1] x",
                           "[1][2]",
                           "NaN",
                           "[1e999]",
                           "[\"\\ud800\"]",
                           "// c\n1",
                           "[01]",
                           "[1,]",
                           "{\"a\":1,}",
                           "{\"a\":1 \"b\":2}",
                           "\"a",
                           "{",
                           "[",
                           "tru",
                           "nul",
                           "-",
                           "[-]",
                           "1."}) {
    INFO(text);
    CHECK(json(text) != "fine");
  }
  CHECK(json("{\"a\":1,\"a\":2}") == "duplicate-key");
  CHECK(json("\xEF\xBB\xBF[1]") == "fine");
}

TEST_CASE("long runs of any mark are read or refused") {
  const std::vector<std::string> marks = {
      "'", "\"", "#",  "|", ">",  "- ", "? ",  ": ",  "a: ",   "&",   "*",     "!", "%",
      "@", "`",  "\n", " ", "\t", "{}", "[],", "a\n", "- a\n", "...", "---\n", "\\"};
  for (const std::string& mark : marks) {
    INFO(mark);
    yaml(repeat(mark, 20000));
    yaml(repeat(mark, 20000), Aliases::Allowed);
    yaml("a: |\n " + repeat(mark, 20000));
    json(repeat(mark, 20000));
  }
}

}  // namespace paperboy::value
