#include <catch2/catch.hpp>

#include "base/date.h"
#include "base/text.h"
#include "site_builder.h"

namespace paperboy::pipeline {
namespace {

using Archive = std::map<std::string, std::string>;

Archive archive_of_days(int days) {
  Archive archive = {
      {"content/site.yaml",
       "title: Papers\nbase_url: https://example.org/\nseries: [{id: daily, title: Daily}]\n"}};
  for (int day = 0; day < days; ++day) {
    const std::string date = base::to_string(base::add_days({2026, 1, 1}, day));
    archive["content/daily/" + date + ".yaml"] = "papers: [{id: '2601." + std::to_string(10'000 + day) +
                                                 "', title: Paper " + std::to_string(day) + "}]\n";
  }
  return archive;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST_CASE("a feed holds the newest 30 editions, and archive documents all that are older") {
  tests::BuiltSite site = tests::build(archive_of_days(40));
  REQUIRE(site.ok);
  CHECK(count(site.files["feed.xml"], "<entry>") == 30);
  CHECK(count(site.files["feed-1.xml"], "<entry>") == 30);
  CHECK(site.files.count("feed-2.xml") == 0);
  CHECK(site.files["feed.xml"].find("2026-02-09T00:00:00Z") != std::string::npos);
  CHECK(site.files["feed.xml"].find("rel=\"prev-archive\" type=\"application/atom+xml\" "
                                    "href=\"https://example.org/feed-1.xml\"") != std::string::npos);
  CHECK(site.files["feed-1.xml"].find("<fh:archive/>") != std::string::npos);
  CHECK(site.files["feed-1.xml"].find("2026-01-01T00:00:00Z") != std::string::npos);
}

TEST_CASE("a feed document holds about 200 kB of content, whichever texts are long") {
  std::string text;
  while (text.size() < 19'400) {
    text += "It is long. ";
  }
  // Where it stands: in the edition before its papers, or in its only paper.
  const std::map<std::string, std::string> beginnings = {
      {"summary", "summary: \"" + text + "\"\npapers: [{id: '2601.1"},
      {"abstract", "papers: [{abstract: \"" + text + "\", id: '2601.1"},
      {"comment", "papers: [{comment: \"" + text + "\", id: '2601.1"},
      {"commentary", "papers: [{commentary: \"" + text + "\", id: '2601.1"},
      {"notes", "papers: [{notes: {Idea: \"" + text + "\"}, id: '2601.1"},
  };
  for (const auto& [place, beginning] : beginnings) {
    INFO(place);
    Archive archive = archive_of_days(12);
    for (auto& [path, content] : archive) {
      content = base::replace_all(content, "papers: [{id: '2601.1", beginning);
    }
    tests::BuiltSite site = tests::build(archive);
    REQUIRE(site.ok);
    CHECK(count(site.files["feed.xml"], "<entry>") == 10);
    CHECK(count(site.files["feed-1.xml"], "<entry>") == 10);
  }
}

TEST_CASE("notes in another language, which a page shows where it has no others, count in feed documents") {
  std::string text;
  while (text.size() < 19'400) {
    text += "很长。";
  }
  Archive archive = archive_of_days(12);
  archive["content/site.yaml"] += "languages: [en, zh]\n";
  for (int day = 0; day < 12; ++day) {
    archive["content/papers/2601." + std::to_string(10'000 + day) + ".zh.md"] = text + "\n";
  }
  tests::BuiltSite site = tests::build(archive);
  REQUIRE(site.ok);
  CHECK(site.files["feed.xml"].find("很长") != std::string::npos);
  CHECK(count(site.files["feed.xml"], "<entry>") == 10);
}

TEST_CASE("items that barely keep their abstracts do not make a feed document too long") {
  for (std::size_t size = 39'600; size < 40'000; size += 20) {
    INFO(size);
    const std::string abstract = ", abstract: " + std::string(size - 1, 'a') + ".}";
    Archive archive = archive_of_days(4);
    for (auto& [path, content] : archive) {
      if (path != "content/site.yaml") {
        content = "papers:\n";
        for (const char* name : {"A", "B", "C"}) {
          content += "  - {title: " + path.substr(14, 10) + name + abstract + "\n";
        }
      }
    }
    tests::BuiltSite site = tests::build(archive);
    REQUIRE(site.ok);
    CHECK(site.files["feed.xml"].size() < 250'000);
  }
}

TEST_CASE("a document of a feed's archive that is full never changes") {
  std::string before = tests::build(archive_of_days(40)).files["feed-1.xml"];
  tests::BuiltSite later = tests::build(archive_of_days(61));
  // Only the way to the document that follows is new.
  std::string after = later.files["feed-1.xml"];
  const std::string next =
      "<link rel=\"next-archive\" type=\"application/atom+xml\" href=\"https://example.org/feed-2.xml\"/>\n";
  REQUIRE(later.files.count("feed-2.xml") == 1);
  CHECK(base::replace_all(after, next, "") == before);
}

TEST_CASE("a page that was published and is gone is an error, unless a redirect stands in its place") {
  Archive archive = archive_of_days(2);
  BuildOptions options;
  options.earlier_addresses = "/daily/2026-01-01/\n/daily/2025-12-31/\n/papers/2512.00001/\n";
  tests::TemporaryFolder output;
  CHECK(
      tests::build(archive, output, options).diagnostics ==
      "content/redirects.yaml: error: there was a page at /daily/2025-12-31/, and now there is none "
      "[vanished-address]\n"
      "   hint: bring the page back, or say where its readers shall go: `/daily/2025-12-31/: /new/address/`\n"
      "content/redirects.yaml: error: there was a page at /papers/2512.00001/, and now there is none "
      "[vanished-address]\n"
      "   hint: bring the page back, or say where its readers shall go: `/papers/2512.00001/: "
      "/new/address/`\n");
  archive["content/redirects.yaml"] =
      "/daily/2025-12-31/: /daily/\n/papers/2512.00001/: /daily/2026-01-01/\n";
  CHECK(tests::build(archive, output, options).diagnostics.empty());
}

TEST_CASE("a build tells its largest pages and how many days it spans") {
  Archive archive = archive_of_days(9);
  archive["content/pages/long.md"] = "---\ntitle: Long\n---\n" + std::string(40'000, 'x') + "\n";
  const BuildReport report = tests::build(archive).report;
  REQUIRE(report.largest.size() == 3);
  CHECK(report.largest[0].path == "long/index.html");
  CHECK(report.largest[0].bytes > 40'000);
  CHECK(report.largest[1].bytes >= report.largest[2].bytes);
  CHECK(report.days == 9);
}

TEST_CASE("what a site at github.io needs no host's name for") {
  Archive archive = archive_of_days(1);
  CHECK(tests::build(archive).files["CNAME"] == "example.org\n");
  archive["content/site.yaml"] =
      base::replace_all(archive["content/site.yaml"], "example.org/", "me.github.io/x/");
  CHECK(tests::build(archive).files.count("CNAME") == 0);
}

}  // namespace
}  // namespace paperboy::pipeline
