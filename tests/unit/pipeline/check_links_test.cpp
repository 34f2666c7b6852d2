#include "pipeline/check_links.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/parallel.h"

namespace paperboy::pipeline {
namespace {

// What is wrong with a site of these pages, whose paths are 0.html, 1.html, …
std::string faults(const std::vector<std::string>& pages, std::size_t threads = 1) {
  std::vector<std::string> paths;
  for (std::size_t number = 0; number < pages.size(); ++number) {
    paths.push_back(std::to_string(number) + ".html");
  }
  LinkCheck check(
      pages.size(), [&](std::size_t page) { return paths[page]; }, "/", threads);
  base::Diagnostics diagnostics;
  // From the last to the first: pages may come in any order.
  base::parallel_for(pages.size(), threads, [&](std::size_t at) {
    const std::size_t number = pages.size() - 1 - at;
    check.add_page(number, pages[number], diagnostics);
  });
  check.report({paths.begin(), paths.end()}, {}, diagnostics);
  std::string found;
  for (const base::Diagnostic& diagnostic : diagnostics.sorted()) {
    found += diagnostic.path + ": " + diagnostic.message + "\n";
  }
  return found;
}

TEST_CASE("links lead to pages and to places on them") {
  CHECK(faults({R"(<p id="a"><a href="/1.html#b">x</a> <a href="#a">y</a>)",
                R"(<p id="b"><a href="/0.html?q=#a">x</a> <img src="/0.html"> <a href="?q=">y</a>)"})
            .empty());
  CHECK(faults({R"(<p id="a&amp;b"><a href="#a%26b">x</a>)"}) ==
        "site/0.html: the link to #a%26b leads to no place with the id 'a&b'\n");
  CHECK(faults({R"(<a href="/1.html">x</a> <a href="">y</a> <img src="/0.html#c"> <a href="#d">z</a>)"}) ==
        "site/0.html: the link to  is outside the site (/)\n"
        "site/0.html: the link to #d leads to no place with the id 'd'\n"
        "site/0.html: the link to /0.html#c leads to no place with the id 'c'\n"
        "site/0.html: the link to /1.html leads to no page\n");
}

TEST_CASE("links to other sites are not looked at") {
  CHECK(faults({R"(<a href="https://example.org/a">x</a> <a href="//example.org">y</a>)"
                R"( <a href="mailto:a@example.org">z</a>)"})
            .empty());
  CHECK(faults({R"(<a href="/a:b">x</a>)"}) == "site/0.html: the link to /a:b leads to no page\n");
}

TEST_CASE("only whole names with values in quotes are attributes") {
  CHECK(faults({R"(<a data-href="/a" xsrc="/b" href=/c title="a = b" data-id="d"> id="e)"}).empty());
  CHECK(faults({"href=\"/a\" <a\nhref=\"/b\" alt=\"=\" src=\"/c\">="}) ==
        "site/0.html: the link to /b leads to no page\n"
        "site/0.html: the link to /c leads to no page\n");
}

TEST_CASE("an id that stands more than once is told once") {
  CHECK(faults({R"(<p id="b"><p id="a"><p id="b"><p id="a"><p id="c"><p id="a">)"}) ==
        "site/0.html: the id 'a' stands twice on this page\n"
        "site/0.html: the id 'b' stands twice on this page\n");
}

TEST_CASE("a dead link is told of the first page that has it, on any number of threads") {
  std::vector<std::string> pages;
  for (int number = 0; number < 10'000; ++number) {
    const std::string target = "/gone" + std::to_string(number / 2);
    pages.push_back("<a href=\"" + target + "\">x</a> <a href=\"/0.html\">y</a> <a href=\"/none\">z</a>");
  }
  const std::string found = faults(pages);
  CHECK(found.find("site/0.html: the link to /none leads to no page\n") != std::string::npos);
  CHECK(found.find("site/9998.html: the link to /gone4999 leads to no page\n") != std::string::npos);
  CHECK(std::count(found.begin(), found.end(), '\n') == 5001);
  CHECK(faults(pages, 8) == found);
}

}  // namespace
}  // namespace paperboy::pipeline
