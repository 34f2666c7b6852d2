#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic_format.h"
#include "templates/environment.h"

using namespace paperboy;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

// What is reported, one line an error; empty when all is well.
std::string reported(const Files& files, const std::vector<std::string>& roots) {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
  for (const auto& [name, text] : files) environment.add_template(name, sources.add(name, text));
  for (const std::string& root : roots) environment.declare_root(root);
  environment.compile_all(diagnostics);
  std::string lines;
  for (const base::Diagnostic& diagnostic : diagnostics.sorted())
    lines += diagnostic.span.source->path() + ": " + diagnostic.message + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a part that no page includes may ask for names that nobody gives") {
  const Files files{{"page.html", "plain"}, {"parts/entry.html", "{{ entry.title }}"}};
  CHECK(reported(files, {"page.html"}).empty());
  CHECK(reported(files, {}) == "parts/entry.html: unknown variable 'entry'\n");
}

TEST_CASE("parts that a page leads to are checked, however far they are") {
  const Files files{{"page.html", "{% extends 'base.html' %}"},
                    {"base.html", "{% include 'parts/a.html' %}"},
                    {"parts/a.html", "{% import 'parts/b.html' as b %}"},
                    {"parts/b.html", "{{ titel }}"}};
  CHECK(reported(files, {"page.html"}) == "parts/b.html: unknown variable 'titel'\n");
}

TEST_CASE("an include by expression leads everywhere") {
  const Files files{{"page.html", "{% set n = 'parts/entry.html' %}{% include n %}"},
                    {"parts/entry.html", "{{ titel }}"}};
  CHECK(reported(files, {"page.html"}) == "parts/entry.html: unknown variable 'titel'\n");
}

TEST_CASE("a part no page includes gives no names to others") {
  const Files files{{"page.html", "{% include 'parts/shown.html' %}"},
                    {"parts/shown.html", "{{ entry }}"},
                    {"parts/old.html", "{% set entry = 1 %}{% include 'parts/shown.html' %}"}};
  CHECK(reported(files, {"page.html"}) == "parts/shown.html: unknown variable 'entry'\n");
}

TEST_CASE("blocks and imports of a part no page includes are not checked") {
  const Files files{{"page.html", "plain"},
                    {"parts/box.html", "{{ self.inner() }}"},
                    {"parts/card.html", "{% from 'parts/box.html' import border %}{{ border() }}"}};
  CHECK(reported(files, {"page.html"}).empty());
  CHECK(
      reported(files, {}) ==
      "parts/box.html: unknown block 'inner'\nparts/card.html: template 'parts/box.html' has no 'border'\n");
}

TEST_CASE("a root that no template is named after is passed over") {
  CHECK(reported({{"page.html", "plain"}, {"part.html", "{{ entry }}"}}, {"page.html", "gone.html"}).empty());
}
