#include "importers/clean.h"

#include <catch2/catch.hpp>

namespace paperboy::importers {

TEST_CASE("a macro that was read as an escape gets its backslash back") {
  const CleanText clean =
      clean_input("{\n\"a\": \"\\frac{1}{2} and \\beta, but \\n stays\"}", Notation::Json);
  CHECK(clean.text == "{\n\"a\": \"\\\\frac{1}{2} and \\\\beta, but \\n stays\"}");
  CHECK(clean.lines == std::vector<std::size_t>{2});
}

TEST_CASE("an escaped backslash before a letter is no damage") {
  const CleanText clean = clean_input(R"({"a": "\\frac \\beta \\u0000"})", Notation::Json);
  CHECK(clean.text == R"({"a": "\\frac \\beta \\u0000"})");
  CHECK(clean.lines.empty());
}

TEST_CASE("control characters and halves of characters become a replacement character") {
  CHECK(clean_input("\"\\u0000 \\u001B \\ud83d x \\udc00\"", Notation::Json).text ==
        "\"\uFFFD \uFFFD \uFFFD x \uFFFD\"");
  CHECK(clean_input("\"It\\u0092s \\uFFFE \\u00a0\"", Notation::Json).text == "\"It\uFFFDs \uFFFD \\u00a0\"");
  CHECK(clean_input("It\u0092s", Notation::Text).text == "It\uFFFDs");
  CHECK(clean_input("\"\\ud83d\\udccc\"", Notation::Json).text == "\"\\ud83d\\udccc\"");
  CHECK(clean_input("a\x01"
                    "b \xff\n",
                    Notation::Text)
            .text == "a\uFFFDb \uFFFD\n");
}

TEST_CASE("NaN and Infinity become null outside of texts only") {
  CHECK(
      clean_input(R"({"SCORE": NaN, "b": [-Infinity, Infinity], "c": "NaN \" NaN"})", Notation::Json).text ==
      R"({"SCORE": null, "b": [null, null], "c": "NaN \" NaN"})");
}

TEST_CASE("text that is cut in the middle of an escape is left for the reader to refuse") {
  CHECK(clean_input("\"a\\", Notation::Json).text == "\"a\\");
  CHECK(clean_input("\"a\\u00", Notation::Json).text == "\"a\\u00");
}

}  // namespace paperboy::importers
