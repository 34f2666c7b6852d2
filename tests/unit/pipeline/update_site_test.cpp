#include <catch2/catch.hpp>
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "base/trace.h"
#include "pipeline/explain.h"
#include "site_builder.h"

using paperboy::tests::build;
using paperboy::tests::BuiltSite;
using paperboy::tests::TemporaryFolder;

namespace {

using Archive = std::map<std::string, std::string>;

constexpr const char* kSite =
    "title: Papers\nbase_url: https://example.org/\nlook: {show: {cards: false}}\nseries: [{id: daily, "
    "title: "
    "Daily}]\n";

std::string day(const std::string& id, const std::string& comment) {
  return "papers:\n  - {id: '" + id + "', title: Paper " + id + ", authors: [Ann Abt], comment: '" + comment +
         "'}\n";
}

Archive two_days(const std::string& comment) {
  return {{"content/site.yaml", kSite},
          {"content/daily/2026-05-04.yaml", day("2605.00001", comment)},
          {"content/daily/2026-05-05.yaml", day("2605.00002", "The other one")}};
}

// A day with one paper, which has nothing to do with any other.
std::string stranger(const std::string& id, const std::string& author, const std::string& title) {
  return "papers:\n  - {id: '" + id + "', title: '" + title + "', authors: [" + author +
         "], comment: Good}\n";
}

Archive three_strangers() {
  return {{"content/site.yaml", kSite},
          {"content/daily/2026-05-04.yaml", stranger("2605.00001", "Ann Abt", "Ants")},
          {"content/daily/2026-05-05.yaml", stranger("2605.00002", "Bea Bolt", "Bees")},
          {"content/daily/2026-05-06.yaml", stranger("2605.00003", "Cora Cole", "Cats")}};
}

// Builds one archive again and again, as a maintainer does.
class Maintainer {
 public:
  Maintainer() {
    options_.root = kept_.path();
    options_.output = output_.path();
  }

  BuiltSite build(const Archive& archive) { return paperboy::tests::build(archive, output_, options_); }
  std::variant<paperboy::pipeline::Explanation, paperboy::pipeline::Unexplained> explain(
      const Archive& archive, const std::string& page) {
    paperboy::tests::MemoryFileSystem files;
    files.files = archive;
    return paperboy::pipeline::explain(files, options_, page);
  }

  // Addresses of the pages that a build makes, whose site is that of a build from nothing.
  std::set<std::string> pages_made(const Archive& archive) {
    paperboy::base::Trace trace;
    options_.trace = &trace;
    const BuiltSite site = build(archive);
    options_.trace = nullptr;
    CHECK(site.files == paperboy::tests::build(archive).files);
    const std::string events = trace.json();
    const std::string mark = "\"name\":\"/";
    std::set<std::string> pages;
    for (std::size_t at = events.find(mark); at != std::string::npos; at = events.find(mark, at + 1)) {
      const std::size_t begin = at + mark.size() - 1;
      pages.insert(events.substr(begin, events.find('"', begin) - begin));
    }
    return pages;
  }

  TemporaryFolder output_, kept_;
  paperboy::pipeline::BuildOptions options_;
};

// Files that differ between two builds of a site, but for those of the search index.
std::set<std::string> changed_files(const BuiltSite& before, const BuiltSite& after) {
  std::set<std::string> changed;
  for (const auto& [path, bytes] : after.files) {
    const auto old = before.files.find(path);
    if (path.compare(0, 7, "search/") != 0 && (old == before.files.end() || old->second != bytes)) {
      changed.insert(path);
    }
  }
  return changed;
}

}  // namespace

TEST_CASE("a changed comment makes the files that show it, and no others") {
  Maintainer maintainer;
  const BuiltSite before = maintainer.build(two_days("First thoughts"));
  REQUIRE(before.ok);
  CHECK(before.report.made == before.report.files);
  const BuiltSite after = maintainer.build(two_days("Second thoughts"));
  CHECK(after.files == build(two_days("Second thoughts")).files);
  CHECK(changed_files(before, after) ==
        std::set<std::string>{"api/v1/editions/daily/2026-05-04.json", "api/v1/papers/2605.00001.json",
                              "daily/2026-05-04/index.html", "daily/feed.json", "daily/feed.xml",
                              "daily/rss.xml", "feed.json", "feed.xml", "papers/2605.00001/index.html",
                              "rss.xml"});
  CHECK(after.report.made < before.report.made / 2);
  CHECK(after.report.files == before.report.files);
  CHECK(after.report.bytes > before.report.bytes - 100);
}

TEST_CASE("a changed layout renders the pages that it is for") {
  Maintainer maintainer;
  Archive archive = two_days("Good");
  archive["layouts/author.html"] = "<!doctype html><title>{{ page.title }}</title>\n";
  const BuiltSite before = maintainer.build(archive);
  REQUIRE(before.ok);
  archive["layouts/author.html"] = "<!doctype html><title>By {{ page.title }}</title>\n";
  const BuiltSite after = maintainer.build(archive);
  CHECK(changed_files(before, after) == std::set<std::string>{"authors/ann-abt/index.html"});
  CHECK(after.report.made < before.report.made / 2);
}

TEST_CASE("redirects stay while texts change, and follow their layout") {
  Maintainer maintainer;
  Archive archive = two_days("Good");
  archive["content/redirects.yaml"] = "/old/: /daily/2026-05-04/\n/older/: /old/\n";
  archive["layouts/redirect.html"] = "<!doctype html><title>{{ page.title }}</title>\n";
  REQUIRE(maintainer.build(archive).ok);
  archive["content/daily/2026-05-04.yaml"] = day("2605.00001", "Better");
  const BuiltSite before = maintainer.build(archive);
  CHECK(before.files == build(archive).files);
  archive["layouts/redirect.html"] = "<!doctype html><title>To {{ page.redirect.target }}</title>\n";
  const BuiltSite after = maintainer.build(archive);
  CHECK(after.files == build(archive).files);
  CHECK(changed_files(before, after) == std::set<std::string>{"old/index.html", "older/index.html"});
}

TEST_CASE("links in a text that changed lead where those of a whole build do") {
  Maintainer maintainer;
  Archive archive = two_days("Good");
  archive["content/pages/about.md"] = "---\ntitle: About\n---\n\nNothing.\n";
  REQUIRE(maintainer.build(archive).ok);
  const auto about = [&](const std::string& links) {
    archive["content/pages/about.md"] = "---\ntitle: About\n---\n\n" + links + "\n";
    return maintainer.build(archive);
  };
  const BuiltSite right = about(
      "[a](/authors) [[2605.00002]] [b](/daily/2026-05-04) [c](content/daily/2026-05-05.yaml) "
      "[d](/about/index.html)");
  REQUIRE(right.ok);
  CHECK(right.files == build(archive).files);
  CHECK(right.report.made < right.report.files / 2);
  for (const char* target : {"/abuot/", "/about/index.html", "/papers/2605.00003/", "about/"}) {
    const BuiltSite site = about("[a](" + std::string(target) + ")");
    CHECK(site.diagnostics == build(archive).diagnostics);
  }
}

TEST_CASE("no published address vanishes with a build that makes little") {
  Maintainer maintainer;
  REQUIRE(maintainer.build(two_days("Good")).ok);
  maintainer.options_.earlier_addresses = "/daily/2026-05-04/\n/daily/2026-05-03/\n";
  for (const char* comment : {"Good", "Better"}) {
    const BuiltSite site = maintainer.build(two_days(comment));
    CHECK_FALSE(site.ok);
    CHECK(site.diagnostics.find("there was a page at /daily/2026-05-03/,") != std::string::npos);
    CHECK(site.files == build(two_days("Good")).files);
  }
  maintainer.options_.earlier_addresses = "/daily/2026-05-04/\n/daily/2026-05-05/index.html\n";
  CHECK(maintainer.build(two_days("Better")).files == build(two_days("Better")).files);
}

TEST_CASE("what is wrong with texts is told by each build, wherever they stand") {
  Maintainer maintainer;
  maintainer.build(two_days("A $\\wrong$ formula"));
  Archive archive = two_days("A $\\wrong$ formula");
  archive["content/daily/2026-05-05.yaml"] = day("2605.00002", "Another one");
  const BuiltSite other = maintainer.build(archive);
  CHECK(other.diagnostics.find("\\wrong") != std::string::npos);
  CHECK(other.diagnostics == build(archive).diagnostics);
  archive["content/daily/2026-05-04.yaml"] = day("2605.00001", "No formula");
  CHECK(maintainer.build(archive).diagnostics == build(archive).diagnostics);
  archive["content/daily/2026-05-04.yaml"] = day("2605.00001", "Two $\\wrong$ $\\worse$ ones");
  CHECK(maintainer.build(archive).diagnostics == build(archive).diagnostics);
}

TEST_CASE("a text with a fault that an earlier day has, too, does not make everything") {
  const auto archive = [](const std::string& comment) {
    const std::string paper = "papers:\n  - {id: '2605.00001', title: Ants, abstract: A $ here., comment: ";
    return Archive{{"content/site.yaml", kSite},
                   {"content/daily/2026-05-04.yaml", paper + "Good}\n"},
                   {"content/daily/2026-05-05.yaml", paper + comment + "}\n"}};
  };
  Maintainer maintainer;
  const BuiltSite first = maintainer.build(archive("Good"));
  CHECK(first.diagnostics.find("2026-05-04.yaml") != std::string::npos);
  CHECK(first.diagnostics.find("2026-05-05.yaml") == std::string::npos);
  const std::set<std::string> pages = maintainer.pages_made(archive("Better"));
  CHECK(pages.contains("/daily/2026-05-05/"));
  CHECK_FALSE(pages.contains("/daily/2026-05-04/"));
  CHECK(maintainer.build(archive("Best")).diagnostics == first.diagnostics);
}

TEST_CASE("a heading that others link to may not vanish unnoticed") {
  Maintainer maintainer;
  Archive archive = two_days("Good");
  archive["content/pages/about.md"] = "---\ntitle: About\n---\n\n## Method\n";
  archive["content/pages/more.md"] = "---\ntitle: More\n---\n\nSee [how](/about/#method).\n";
  REQUIRE(maintainer.build(archive).ok);
  archive["content/pages/about.md"] = "---\ntitle: About\n---\n\n## Procedure\n";
  const BuiltSite broken = maintainer.build(archive);
  CHECK(broken.diagnostics == build(archive).diagnostics);
  CHECK(broken.diagnostics.find("#method") != std::string::npos);
}

TEST_CASE("a comment that moves the cut of feed documents moves it as a whole build does") {
  Archive archive = {{"content/site.yaml", kSite}};
  for (int number = 10; number < 75; ++number) {
    const std::string date =
        "2026-0" + std::to_string(number / 25 + 1) + "-" + std::to_string(number % 25 + 1 + 100).substr(1);
    archive["content/daily/" + date + ".yaml"] = day("2605.000" + std::to_string(number), "One of many");
  }
  Maintainer maintainer;
  const BuiltSite before = maintainer.build(archive);
  REQUIRE(before.files.count("feed-1.xml") == 1);
  std::string long_comment;
  while (long_comment.size() < 7'000) {
    long_comment += "It is long. ";
  }
  auto file = archive.begin();
  for (int day = 0; day < 35; ++day, ++file) {
    REQUIRE(file->first.find("content/daily/") == 0);
    file->second.replace(file->second.find("One of many"), 11, long_comment);
  }
  const BuiltSite after = maintainer.build(archive);
  CHECK(after.files == build(archive).files);
  CHECK(after.files.at("feed-1.xml").size() < 250'000);
  CHECK(after.report.made < after.report.files);
}

TEST_CASE("a new day makes what shows it, and leaves papers of other days alone") {
  Maintainer maintainer;
  Archive archive = three_strangers();
  REQUIRE(maintainer.build(archive).ok);
  archive["content/daily/2026-05-07.yaml"] = stranger("2605.00004", "Dahlia Dill", "Dunes");
  const std::set<std::string> made = maintainer.pages_made(archive);
  CHECK(made.count("/papers/2605.00004/") == 1);
  CHECK(made.count("/daily/2026-05-07/") == 1);
  CHECK(made.count("/daily/2026-05-06/") == 1);  // it has a next one now
  CHECK(made.count("/") == 1);
  CHECK(made.count("/daily/2026-05-04/") == 0);
  CHECK(made.count("/papers/2605.00001/") == 0);
  CHECK(made.count("/papers/2605.00003/") == 0);
}

TEST_CASE("another title or author makes the pages of that paper, and of papers near it") {
  Maintainer maintainer;
  Archive archive = three_strangers();
  // So that there is an index of authors, which menus name.
  archive["content/daily/2026-05-01.yaml"] = stranger("2605.00011", "Zoe Zorn", "Zebras");
  archive["content/daily/2026-05-02.yaml"] = stranger("2605.00012", "Zoe Zorn", "Zebus");
  REQUIRE(maintainer.build(archive).ok);
  archive["content/daily/2026-05-04.yaml"] = stranger("2605.00001", "Ann Abt", "Another title");
  std::set<std::string> made = maintainer.pages_made(archive);
  CHECK(made.count("/papers/2605.00001/") == 1);
  CHECK(made.count("/daily/2026-05-04/") == 1);
  CHECK(made.count("/papers/2605.00003/") == 0);

  // Both are of one author now, who gets a page that they link to, and are related.
  archive["content/daily/2026-05-04.yaml"] = stranger("2605.00001", "Cora Cole", "Another title");
  made = maintainer.pages_made(archive);
  CHECK(made.count("/papers/2605.00003/") == 1);
  CHECK(made.count("/authors/cora-cole/") == 1);
  CHECK(made.count("/papers/2605.00002/") == 0);
}

TEST_CASE("a layout that shows the size of the archive is rendered after each new day") {
  Maintainer maintainer;
  Archive archive = three_strangers();
  archive["layouts/parts/footer.html"] = "<p>{{ site.paper_count }} papers</p>\n";
  REQUIRE(maintainer.build(archive).ok);
  archive["content/daily/2026-05-07.yaml"] = stranger("2605.00004", "Dahlia Dill", "Dunes");
  CHECK(maintainer.pages_made(archive).count("/papers/2605.00001/") == 1);
}

TEST_CASE("what is wrong with the texts of a new day is told, and what it mends no longer") {
  Maintainer maintainer;
  Archive archive = three_strangers();
  archive["content/pages/about.md"] = "---\ntitle: About\n---\n\n$\\wrong$\n";
  REQUIRE(maintainer.build(archive).ok);
  archive["content/daily/2026-05-07.yaml"] = stranger("2605.00004", "Dahlia Dill", "Dunes in $\\worse$");
  const BuiltSite more = maintainer.build(archive);
  CHECK(more.report.made < more.report.files);
  CHECK(more.diagnostics.find("\\worse") != std::string::npos);
  CHECK(more.diagnostics == build(archive).diagnostics);
  archive["content/daily/2026-05-07.yaml"] = stranger("2605.00004", "Dahlia Dill", "Dunes");
  CHECK(maintainer.build(archive).diagnostics == build(archive).diagnostics);
}

TEST_CASE("a paper that is gone leaves nothing behind") {
  Maintainer maintainer;
  Archive archive = three_strangers();
  archive["content/daily/2026-05-07.yaml"] = stranger("2605.00001", "Ann Abt", "Ants");
  const BuiltSite before = maintainer.build(archive);
  REQUIRE(before.files.count("papers/2605.00001/index.html") == 1);
  archive["content/daily/2026-05-04.yaml"] = stranger("2605.00005", "Ann Abt", "Apes");
  archive["content/daily/2026-05-07.yaml"] = stranger("2605.00005", "Ann Abt", "Apes");
  const BuiltSite after = maintainer.build(archive);
  CHECK(after.files == build(archive).files);
  CHECK(after.files.count("papers/2605.00001/index.html") == 0);
}

TEST_CASE("a page is explained by what it shows and why it was made") {
  Maintainer maintainer;
  const auto why = [&](const Archive& archive, const std::string& page) {
    return std::get<paperboy::pipeline::Explanation>(maintainer.explain(archive, page));
  };
  CHECK(std::get<paperboy::pipeline::Unexplained>(maintainer.explain(two_days("Good"), "/")).why ==
        "there was no build before, or one with another program, other fonts or options");
  maintainer.build(two_days("Good"));
  const auto first = why(two_days("Better"), "/daily/2026-05-04/");
  CHECK(first.path == "daily/2026-05-04/index.html");
  CHECK(first.written == "there was no build before, or one with another program, other fonts or options");
  CHECK(first.content ==
        std::vector<std::string>{"content/daily/2026-05-04.yaml", "content/daily/2026-05-05.yaml"});
  CHECK(first.layouts.front() == "base.html");
  CHECK(first.next == "content/daily/2026-05-04.yaml changed");
  CHECK(why(two_days("Better"), "papers/2605.00002").next.empty());

  maintainer.build(two_days("Better"));
  CHECK(why(two_days("Better"), "https://example.org/daily/2026-05-04/").written ==
        "content/daily/2026-05-04.yaml changed");
  CHECK(why(two_days("Better"), "site/daily/2026-05-04/index.html").next.empty());
  CHECK(std::get<paperboy::pipeline::Unexplained>(maintainer.explain(two_days("Better"), "/nowhere/")).why ==
        "the site has no page /nowhere/");

  Archive grown = two_days("Better");
  grown["content/daily/2026-05-06.yaml"] = day("2605.00003", "A third");
  CHECK(why(grown, "/papers/2605.00001/").next.empty());
  CHECK(why(grown, "/papers/2605.00001/").perhaps == "content/daily/2026-05-06.yaml is new");

  Archive renamed = two_days("Better");
  renamed["content/site.yaml"] += "description: New\n";
  CHECK(why(renamed, "/").next == "content/site.yaml changed");
}
