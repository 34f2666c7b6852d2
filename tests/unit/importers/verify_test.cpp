#include "importers/verify.h"

#include <catch2/catch.hpp>

#include "importers/content_writer.h"
#include "importers/tree.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

// A day of one paper as a format would import it, to be spoiled in one way or other.
class Day {
 public:
  Day() {
    input =
        &sources.add("in/2026-05-06.json",
                     R"({"id": "2605.00001", "title": "One", "r": 9, "n": 8, "sum": 17, "label": "Label"})");
    root = value::read_json(*input, diagnostics).value();
  }

  const value::Value& at(std::string_view key) const { return *root.object()->find(key); }

  Imported imported(const value::Value& title) const {
    const value::Value scores = Mapping().set("relevance", at("r")).set("novelty", at("n")).build();
    const value::Value entry =
        Mapping().set("id", at("id")).set("title", title).set("scores", scores).build();
    Imported result;
    result.files = {{"content/daily/2026-05-06.yaml", Mapping().set("papers", list_value({entry})).build(),
                     std::nullopt}};
    result.derived = {{at("sum").span(), Derived::How::Sum, {at("r").span(), at("n").span()}}};
    result.in_site = {at("label").span()};
    return result;
  }

  Proof prove(const Imported& result, const std::string& written) {
    const value::Value site = Mapping().set("label", text_value("Label")).build();
    return verify({input}, result, {{"content/daily/2026-05-06.yaml", written, kept}}, site, diagnostics);
  }
  Proof prove(const Imported& result) { return prove(result, write_content(result.files.front())); }

  base::SourceStore sources;
  const base::Source* input = nullptr;
  value::Value root;
  std::vector<std::string> kept;
  base::Diagnostics diagnostics;
};

}  // namespace

TEST_CASE("a day whose values are all in content files has lost none") {
  Day day;
  const Proof proof = day.prove(day.imported(day.at("title")));
  CHECK(proof.values == 6);
  CHECK(proof.kept == 4);
  CHECK(proof.said == 1);
  CHECK(proof.derived == 1);
  CHECK(proof.lost == 0);
}

TEST_CASE("a value that no content file claims is lost, and its place is told") {
  Day day;
  const Proof proof = day.prove(day.imported(text_value("One")));
  CHECK(proof.lost == 1);
  const std::vector<base::Diagnostic> found = day.diagnostics.sorted();
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == "lost-value");
  CHECK(found.front().span.text() == "\"One\"");
}

TEST_CASE("a value that the file on disk does not hold is lost") {
  Day day;
  const Imported result = day.imported(day.at("title"));
  CHECK(day.prove(result,
                  "papers:\n  - id: '2605.00001'\n    title: Other\n    scores: {relevance: 9, novelty: 8}\n")
            .lost == 1);
  CHECK(day.prove(result, "").lost == 5);
}

TEST_CASE("a number that does not follow from its parts is lost") {
  Day day;
  Imported result = day.imported(day.at("title"));
  result.derived.front().parts.pop_back();
  CHECK(day.prove(result).lost == 1);
}

TEST_CASE("a repeat must say the same as what it repeats") {
  Day day;
  Imported result = day.imported(day.at("title"));
  result.in_site.clear();
  result.repeats = {{day.at("label").span(), day.at("title").span()}};
  CHECK(day.prove(result).lost == 1);
}

TEST_CASE("a text that site.yaml does not hold is lost") {
  Day day;
  Imported result = day.imported(day.at("title"));
  result.in_site = {day.at("label").span(), day.at("title").span()};
  const value::Value site = value::Value(value::Object{}, {});
  const Proof proof = verify({day.input}, result,
                             {{"content/daily/2026-05-06.yaml", write_content(result.files.front()), {}}},
                             site, day.diagnostics);
  CHECK(proof.lost == 1);
}

TEST_CASE("where a person's words stand the value counts as edited") {
  Day day;
  day.kept = {"papers/arxiv%3A2605.00001/title"};
  const Imported result = day.imported(day.at("title"));
  const Proof proof = day.prove(
      result, "papers:\n  - id: '2605.00001'\n    title: Mine\n    scores: {relevance: 9, novelty: 8}\n");
  CHECK(proof.edited == 1);
  CHECK(proof.lost == 0);
}

TEST_CASE("every word of a text input must be in a content file or be the format's own") {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  const base::Source& input = sources.add("in/day.md", "Title: **A** paper\nstray\n");
  const auto span = [&](std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(input.text().find(part));
    return base::SourceSpan{&input, begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  Imported result;
  result.files = {{"content/weekly/2026-05-06.yaml",
                   Mapping().set("title", text_value("A paper", span("**A** paper"))).build(), std::nullopt}};
  result.structure = {span("Title:")};
  const Proof proof = verify({&input}, result, {{"content/weekly/2026-05-06.yaml", "title: A paper\n", {}}},
                             value::Value(value::Object{}, {}), diagnostics);
  CHECK(proof.values == 4);
  CHECK(proof.lost == 1);
  CHECK(diagnostics.sorted().front().span.text() == "stray");
}

}  // namespace paperboy::importers
