#include "importers/content_writer.h"

#include <catch2/catch.hpp>

#include <random>

#include "importers/patch.h"
#include "importers/tree.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

std::string written(const value::Value& root) {
  return write_yaml(root);
}

void check_reads_back(const value::Value& root) {
  const std::string text = written(root);
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  const std::optional<value::Value> again =
      value::read_yaml(sources.add("content/x.yaml", text), value::Aliases::Refused, diagnostics);
  INFO(text);
  for (const base::Diagnostic& diagnostic : diagnostics.sorted()) INFO(diagnostic.message);
  REQUIRE(again);
  CHECK(same_tree(*again, root));
}

const std::vector<std::string>& awkward_texts() {
  static const std::vector<std::string> texts = {
      "",
      " ",
      "plain",
      "no",
      "Yes",
      "null",
      "~",
      "true",
      "on",
      "y",
      "2605.03769",
      "007",
      "1e3",
      "0x1F",
      "1_000",
      "12:30:45",
      ".5",
      "+1",
      "-1",
      ".inf",
      ".NaN",
      "2026-05-06",
      "2026-05-06 10:00:00",
      "a: b",
      "a:",
      "a #b",
      "#b",
      "- a",
      "-a",
      "? a",
      ": a",
      "'single'",
      "\"double\"",
      "it's",
      "it's \"both\" \\ kinds",
      "Rapha\\\"el Sarfati",
      "back\\slash",
      "trailing ",
      " leading",
      "tab\there",
      "\ttab first",
      "line\nbreak",
      "line\nbreak\n",
      "two ends\n\n",
      "\nstarts with a break",
      "\n",
      "blank\n\nline",
      "blank with spaces\n   \nline",
      "indented\n    more\nless",
      "  indented first\nless",
      "tab\n\tline",
      "carriage\r\nreturn",
      "[list]",
      "{map}",
      "a, b",
      "a]b",
      "&anchor",
      "*alias",
      "!tag",
      "|",
      ">",
      "%percent",
      "@at",
      "`tick`",
      "=",
      "<<",
      "---",
      "...",
      "--- a",
      "中文：标题，带标点。",
      "思维链的渐近理论 An Asymptotic Theory",
      "emoji 📌 here",
      "no\u00a0break",
      "line\u2028separator",
      "\ufeffmark",
      "zero\u200bwidth",
      "$x_i$ and \\frac{a}{b} #1 & more: yes",
      "https://example.org/a?b=c#d",
      "double  spaces   inside",
  };
  return texts;
}

value::Value mapping_of(const std::string& key, value::Value value) {
  return Mapping().set_empty(key, std::move(value)).build();
}

}  // namespace

TEST_CASE("every text reads back as it was, wherever it stands") {
  for (const std::string& text : awkward_texts()) {
    CAPTURE(text);
    const value::Value scalar = text_value(text);
    check_reads_back(mapping_of("key", scalar));
    check_reads_back(mapping_of("list", list_value({scalar, text_value("other"), scalar})));
    check_reads_back(mapping_of("nested", mapping_of("deeper", mapping_of("key", scalar))));
    check_reads_back(
        mapping_of("papers", list_value({mapping_of("title", scalar), mapping_of("id", scalar)})));
    check_reads_back(mapping_of("lists", list_value({list_value({scalar}), list_value({scalar, scalar})})));
    if (text.find('\n') == std::string::npos)
      check_reads_back(mapping_of(text, text_value("value")));
  }
}

TEST_CASE("long texts made of awkward pieces read back as they were") {
  std::mt19937 random(20260506);
  const std::vector<std::string>& pieces = awkward_texts();
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t parts = 2 + random() % 40;
    for (std::size_t part = 0; part < parts; ++part)
      text += pieces[random() % pieces.size()] + std::string(random() % 3, ' ');
    CAPTURE(text);
    check_reads_back(mapping_of("abstract", text_value(text)));
    check_reads_back(mapping_of("authors", list_value({text_value(text), text_value("x")})));
  }
}

TEST_CASE("texts that other tools would take for numbers, dates or truth are quoted") {
  const std::string text = written(Mapping()
                                       .set("id", text_value("2605.03769"))
                                       .set("number", text_value("01"))
                                       .set("answer", text_value("no"))
                                       .set("day", text_value("2026-05-06"))
                                       .set("date", plain_value("2026-05-06"))
                                       .set("relevance", plain_value("9"))
                                       .set("change", plain_value("-0.5"))
                                       .set("cost", plain_value("$0.86"))
                                       .build());
  CHECK(text ==
        "id: '2605.03769'\n"
        "number: '01'\n"
        "answer: 'no'\n"
        "day: '2026-05-06'\n"
        "date: 2026-05-06\n"
        "relevance: 9\n"
        "change: -0.5\n"
        "cost: $0.86\n");
}

TEST_CASE("a paper is written for people to read and edit") {
  value::Array authors;
  for (int i = 0; i < 12; ++i) authors.push_back(text_value("Author Number" + std::to_string(i)));
  const value::Value paper =
      Mapping()
          .set("id", text_value("2605.00001"))
          .set("title", text_value("Mind: A Title"))
          .set("authors", list_value(std::move(authors)))
          .set("abstract",
               text_value("First sentence of an abstract that is longer than a line may be. Second "
                          "sentence, which goes on in the next line."))
          .set("scores",
               Mapping().set("relevance", plain_value("9")).set("novelty", plain_value("8")).build())
          .build();
  const value::Value second = mapping_of("id", text_value("2605.00002"));
  const std::string text = written(mapping_of("papers", list_value({paper, second})));
  CHECK(text ==
        "papers:\n"
        "  - id: '2605.00001'\n"
        "    title: 'Mind: A Title'\n"
        "    authors: [\n"
        "      Author Number0, Author Number1, Author Number2, Author Number3, Author Number4,\n"
        "      Author Number5, Author Number6, Author Number7, Author Number8, Author Number9,\n"
        "      Author Number10, Author Number11\n"
        "    ]\n"
        "    abstract: >-\n"
        "      First sentence of an abstract that is longer than a line may be. Second sentence, which goes\n"
        "      on in the next line.\n"
        "    scores: {relevance: 9, novelty: 8}\n"
        "\n"
        "  - id: '2605.00002'\n");
}

TEST_CASE("keys of an edition and its papers stand in the order of the documentation") {
  const value::Value edition = Mapping()
                                   .set("papers", list_value({Mapping()
                                                                  .set("own", text_value("x"))
                                                                  .set("comment", text_value("why"))
                                                                  .set("title", text_value("T"))
                                                                  .set("id", text_value("i"))
                                                                  .build()}))
                                   .set("counts", mapping_of("total", plain_value("1")))
                                   .set("date", plain_value("2026-05-06"))
                                   .build();
  CHECK(written(in_key_order(edition)) ==
        "date: 2026-05-06\n"
        "counts: {total: 1}\n"
        "papers:\n"
        "  - id: i\n"
        "    title: T\n"
        "    comment: why\n"
        "    own: x\n");
}

}  // namespace paperboy::importers
