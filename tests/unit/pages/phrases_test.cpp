#include "pages/phrases.h"

#include <catch2/catch.hpp>

using namespace paperboy;

TEST_CASE("a phrase takes values and the form its count asks for") {
  base::Source source("layouts/languages/en.yaml",
                      "papers: {one: '{count} paper', other: '{count} papers'}\n"
                      "title_week: 'Week {week} of {year}'\n");
  base::Diagnostics diagnostics;
  std::optional<pages::Phrases> phrases = pages::Phrases::read(source, diagnostics);
  REQUIRE(phrases);
  CHECK(phrases->text("papers", {{"count", "1"}}, 1) == "1 paper");
  CHECK(phrases->text("papers", {{"count", "0"}}, 0) == "0 papers");
  CHECK(phrases->text("title_week", {{"year", "2026"}, {"week", "19"}}, std::nullopt) == "Week 19 of 2026");
  CHECK_FALSE(phrases->text("papres", {}, std::nullopt).has_value());
}

TEST_CASE("a language that lacks a phrase shows that of another") {
  base::Source english("en.yaml", "home: Home\ntopics: Topics\n");
  base::Source french("fr.yaml", "home: Accueil\n");
  base::Diagnostics diagnostics;
  pages::Phrases phrases = *pages::Phrases::read(french, diagnostics);
  phrases.fill_from(*pages::Phrases::read(english, diagnostics));
  CHECK(phrases.text("home", {}, std::nullopt) == "Accueil");
  CHECK(phrases.text("topics", {}, std::nullopt) == "Topics");
}

TEST_CASE("phrases that are no texts are reported at their place") {
  base::Source source("layouts/languages/en.yaml", "home: [Home]\n");
  base::Diagnostics diagnostics;
  pages::Phrases::read(source, diagnostics);
  REQUIRE(diagnostics.count(base::Severity::Error) == 1);
  CHECK(diagnostics.sorted().front().span.text() == "[Home]");
}
