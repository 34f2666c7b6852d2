#include "pipeline/build_site.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "site_builder.h"

using paperboy::tests::build;
using paperboy::tests::BuiltSite;
using paperboy::tests::TemporaryFolder;

namespace {

using Archive = std::map<std::string, std::string>;

constexpr const char* kSite = R"(title: {en: Papers, zh: 论文}
base_url: https://example.org/repo/
languages: [en, zh]
topics:
  - {id: memory, label: {en: Memory, zh: 记忆}}
series:
  - {id: daily, title: Daily, languages: [en, zh]}
)";

constexpr const char* kMonday = R"(papers:
  - {id: '2605.00001', title: First paper, authors: [Ann Lee, Bo Chen], topic: memory, scores: {relevance: 9}}
  - {id: '2605.00002', title: Second paper, authors: [Ann Lee], topic: memory, scores: {relevance: 7}}
)";

constexpr const char* kTuesday = R"(papers:
  - {id: '2605.00002v2', title: Second paper, authors: [Ann Lee], topic: memory, scores: {relevance: 8}}
)";

Archive two_days() {
  return {{"content/site.yaml", kSite},
          {"content/daily/2026-05-04.yaml", kMonday},
          {"content/daily/2026-05-05.yaml", kTuesday}};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a second build of the same content writes nothing") {
  TemporaryFolder output;
  BuiltSite first = build(two_days(), output);
  REQUIRE(first.ok);
  CHECK(first.report.written == first.report.files);

  BuiltSite second = build(two_days(), output);
  CHECK(second.report.written == 0);
  CHECK(second.report.removed == 0);
  CHECK(second.files == first.files);
}

TEST_CASE("an edit writes only pages that show it") {
  TemporaryFolder output;
  Archive archive = two_days();
  archive["content/pages/about.md"] = "---\ntitle: About\n---\n\nWho?\n";
  build(archive, output);
  Archive edited = archive;
  edited["content/pages/about.md"] = "---\ntitle: About\n---\n\nWho we are.\n";

  BuiltSite site = build(edited, output);
  REQUIRE(site.ok);
  CHECK(site.report.written == 1);
  CHECK(contains(site.files["about/index.html"], "Who we are."));
}

TEST_CASE("pages of content that is gone are removed") {
  TemporaryFolder output;
  build(two_days(), output);
  Archive shorter = two_days();
  shorter.erase("content/daily/2026-05-04.yaml");

  BuiltSite site = build(shorter, output);
  REQUIRE(site.ok);
  CHECK(site.files.count("daily/2026-05-04/index.html") == 0);
  CHECK(site.files.count("papers/2605.00001/index.html") == 0);
  CHECK(site.files.count("daily/2026-05-05/index.html") == 1);
  CHECK_FALSE(std::filesystem::exists(output / "daily/2026-05-04"));
}

TEST_CASE("an error leaves the site of the last good build as it was") {
  TemporaryFolder output;
  BuiltSite good = build(two_days(), output);
  Archive broken = two_days();
  broken["content/daily/2026-05-06.yaml"] = "papers:\n  - {id: '2605.00003', titel: Third paper}\n";

  BuiltSite site = build(broken, output);
  CHECK_FALSE(site.ok);
  CHECK(contains(site.diagnostics, "content/daily/2026-05-06.yaml:2:24: error"));
  CHECK(site.files == good.files);
}

TEST_CASE("the number of threads never changes a byte") {
  TemporaryFolder one_output;
  TemporaryFolder many_output;
  paperboy::pipeline::BuildOptions many;
  many.threads = 7;
  CHECK(build(two_days(), one_output).files == build(two_days(), many_output, many).files);
}

TEST_CASE("the order in which a file system lists files never changes a byte") {
  class Backwards : public paperboy::tests::MemoryFileSystem {
   public:
    paperboy::base::Result<std::vector<std::string>> list(const std::string& folder) const override {
      paperboy::base::Result<std::vector<std::string>> paths = MemoryFileSystem::list(folder);
      return paths ? std::vector<std::string>(paths->rbegin(), paths->rend()) : paths;
    }
  };
  Backwards files;
  files.files = two_days();
  files.files["content/daily/2026-05-04.zh.md"] = "## 2605.00001\n\n短评。\n";
  TemporaryFolder forwards_output;
  BuiltSite forwards = build(files.files, forwards_output);
  REQUIRE(forwards.ok);

  TemporaryFolder backwards_output;
  paperboy::pipeline::BuildOptions options;
  options.output = backwards_output.path();
  paperboy::base::SourceStore sources;
  paperboy::base::Diagnostics diagnostics;
  REQUIRE_FALSE(paperboy::pipeline::build_site(files, options, sources, diagnostics).failure);
  for (const auto& [path, bytes] : forwards.files) {
    INFO(path);
    CHECK(backwards_output.read(path) == bytes);
  }
}

TEST_CASE("a paper met twice has one page that lists both editions, and says so on the later one") {
  BuiltSite site = build(two_days());
  REQUIRE(site.ok);
  const std::string& paper = site.files["papers/2605.00002/index.html"];
  CHECK(contains(paper, "/repo/daily/2026-05-04/#paper-2605-00002"));
  CHECK(contains(paper, "/repo/daily/2026-05-05/#paper-2605-00002"));
  CHECK(contains(site.files["daily/2026-05-05/index.html"], "href=\"/repo/daily/2026-05-04/\""));
}

TEST_CASE("every page exists in each language its content has") {
  BuiltSite site = build(two_days());
  for (const char* path :
       {"index.html", "zh/index.html", "daily/2026-05-04/index.html", "zh/daily/2026-05-04/index.html",
        "zh/topics/memory/index.html", "404.html", "zh/404.html", "authors/ann-lee/index.html"}) {
    INFO(path);
    CHECK(site.files.count(path) == 1);
  }
  CHECK(contains(site.files["zh/daily/2026-05-04/index.html"], "lang=\"zh-Hans\""));
}

TEST_CASE("people with one paper have no page of their own") {
  BuiltSite site = build(two_days());
  CHECK(site.files.count("authors/bo-chen/index.html") == 0);
  CHECK(contains(site.files["daily/2026-05-04/index.html"], "Bo Chen"));
}

TEST_CASE("another base address moves every link") {
  TemporaryFolder output;
  paperboy::pipeline::BuildOptions options;
  options.base_url = "https://other.example/";
  BuiltSite site = build(two_days(), output, options);
  REQUIRE(site.ok);
  for (const auto& [path, bytes] : site.files) {
    INFO(path);
    CHECK_FALSE(contains(bytes, "/repo/"));
  }
}

TEST_CASE("two sources of one address are an error that names both files") {
  Archive archive = two_days();
  archive["content/pages/daily.md"] = "---\ntitle: Daily\n---\n\nText.\n";
  BuiltSite site = build(archive);
  CHECK_FALSE(site.ok);
  CHECK(contains(site.diagnostics, "content/pages/daily.md"));
  CHECK(contains(site.diagnostics, "content/site.yaml"));
  CHECK(site.files.empty());
}

TEST_CASE("a layout of the archive replaces the default of the same name") {
  Archive archive = two_days();
  archive["layouts/paper.html"] = "<p>{{ page.paper.paper.plain_title }}</p>\n";
  BuiltSite site = build(archive);
  REQUIRE(site.ok);
  CHECK(site.files["papers/2605.00001/index.html"] == "<p>First paper</p>\n");
}

TEST_CASE("two commentaries with one heading stand on one paper's page") {
  Archive archive = two_days();
  archive["content/daily/2026-05-04.en.md"] = "## 2605.00002\n\nFirst.\n\n#### Why\n\nBecause.\n";
  archive["content/daily/2026-05-05.en.md"] = "## 2605.00002\n\nAgain.\n\n#### Why\n\nStill.\n";
  BuiltSite site = build(archive);
  CHECK(site.diagnostics == "");
  CHECK(contains(site.files["papers/2605.00002/index.html"], "Because."));
  CHECK(contains(site.files["papers/2605.00002/index.html"], "Still."));
}

TEST_CASE("a mistake in a shared layout is reported once, not once a page") {
  Archive archive = two_days();
  archive["layouts/paper.html"] = "{{ page.titel }}\n";
  BuiltSite site = build(archive);
  CHECK_FALSE(site.ok);
  CHECK(site.diagnostics.find("layouts/paper.html:1:4") == site.diagnostics.rfind("layouts/paper.html:1:4"));
}

TEST_CASE("a dead anchor in a text is reported once, where it is written") {
  Archive archive = two_days();
  archive["content/daily/2026-05-04.en.md"] = "## 2605.00002\n\nSee [this](/daily/2026-05-05/#nowhere).\n";
  BuiltSite site = build(archive);
  CHECK_FALSE(site.ok);
  CHECK(contains(site.diagnostics, "content/daily/2026-05-04.en.md:3:"));
  CHECK(contains(site.diagnostics, "no place with the id 'nowhere'"));
  CHECK_FALSE(contains(site.diagnostics, "site/"));
}

TEST_CASE("a menu item that leads nowhere is reported in site.yaml") {
  Archive archive = two_days();
  archive["content/site.yaml"] += "menu:\n  - {label: About, target: /abuot/}\n";
  archive["content/pages/about.md"] = "---\ntitle: About\n---\n\nText.\n";
  BuiltSite site = build(archive);
  CHECK(contains(site.diagnostics, "content/site.yaml:9:"));
  CHECK(contains(site.diagnostics, "did you mean /about/?"));
}

TEST_CASE("a layout that is no UTF-8 is refused") {
  Archive archive = two_days();
  archive["layouts/paper.html"] = "<p>caf\xE9</p>\n";
  BuiltSite site = build(archive);
  CHECK(contains(site.diagnostics, "layouts/paper.html:1:7: error"));
}

TEST_CASE("TeX accents are read in affiliations too") {
  Archive archive = two_days();
  archive["content/daily/2026-05-06.yaml"] =
      "papers:\n"
      "  - {id: '2605.00009', title: T, authors: [{name: Ann, affiliations: ['Universit\\\"at "
      "Z\\\"urich']}]}\n";
  CHECK(contains(build(archive).files["daily/2026-05-06/index.html"], "Universität Zürich"));
}

TEST_CASE("text from content can never become markup") {
  Archive archive = two_days();
  archive["content/daily/2026-05-06.yaml"] =
      "papers:\n"
      "  - id: '2605.00009'\n"
      "    title: '</title><script>alert(1)</script>&\"'\n"
      "    authors: ['<img src=x onerror=alert(2)>']\n"
      "    abstract: '<iframe src=\"//evil.example\"></iframe>'\n"
      "    comment: '<b onclick=alert(3)>x</b>'\n"
      "    links: {code: 'https://example.org/\"onmouseover=alert(4)'}\n";
  BuiltSite site = build(archive);
  for (const auto& [path, bytes] : site.files) {
    INFO(path);
    CHECK_FALSE(contains(bytes, "<script>alert"));
    CHECK_FALSE(contains(bytes, "<img src=x"));
    CHECK_FALSE(contains(bytes, "<iframe"));
    CHECK_FALSE(contains(bytes, "<b onclick"));
    CHECK_FALSE(contains(bytes, "\"onmouseover"));
  }
}
