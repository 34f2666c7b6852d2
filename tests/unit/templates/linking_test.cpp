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

TEST_CASE("a template with an error of syntax does not hide what is wrong in others") {
  const Files files{{"broken.html", "{% if %}{% include 'part.html' %}"},
                    {"other.html", "{{ titel }}{% include 'shared.html' %}"},
                    {"shared.html", "{{ colour }}"}};
  CHECK(reported(files, {}) ==
        "broken.html: 'if' is never closed\nbroken.html: expected an expression, found '%}'\n"
        "other.html: unknown variable 'titel'\nshared.html: unknown variable 'colour'\n");
}

TEST_CASE("names and blocks that a broken template may give are not missed") {
  const Files files{{"base.html", "{% block main %}{% endblock %}{{ }}"},
                    {"child.html", "{% extends 'base.html' %}{% block mian %}{{ entry }}{% endblock %}"},
                    {"page.html", "{{ }}{% set entry = 1 %}{% include 'parts/entry.html' %}"},
                    {"parts/entry.html", "{{ entry }}{% include 'parts/title.html' %}"},
                    {"parts/title.html", "{{ entry }}"},
                    {"uses.html", "{% from 'base.html' import card %}{{ card() }}"}};
  CHECK(reported(files, {}) ==
        "base.html: expected an expression, found '}}'\npage.html: expected an expression, found '}}'\n");
}

TEST_CASE("a macro that the imported template lacks is found where it is called") {
  const Files files{
      {"page.html", "{% import 'cards.html' as cards %}{% if false %}{{ cards.smal() }}{% endif %}"},
      {"cards.html", "{% macro small() %}{% endmacro %}"}};
  CHECK(reported(files, {}) == "page.html: template 'cards.html' has no 'smal'\n");
}

TEST_CASE("in a block, too") {
  const Files files{{"base.html", "{% block main %}{% endblock %}"},
                    {"cards.html", "{% macro small() %}{% endmacro %}"},
                    {"page.html",
                     "{% extends 'base.html' %}{% import 'cards.html' as cards %}"
                     "{% block main %}{{ cards.smal() }}{% endblock %}"}};
  CHECK(reported(files, {}) == "page.html: template 'cards.html' has no 'smal'\n");
}

TEST_CASE("a name that is not only an imported template may have any fields") {
  const Files cards{{"cards.html", "{% macro small() %}{% endmacro %}"}};
  for (const char* text : {"{% import 'cards.html' as c %}{% set c = {} %}{{ c.other() }}",
                           "{% import 'cards.html' as c %}{% for c in [] %}{{ c.other() }}{% endfor %}",
                           "{% import 'cards.html' as c %}{% macro m(c) %}{{ c.other() }}{% endmacro %}",
                           "{% import 'cards.html' as c %}{% if c.other %}{% endif %}"}) {
    Files files = cards;
    files.emplace_back("page.html", text);
    CHECK(reported(files, {}).empty());
  }
}

TEST_CASE("where the extended template gives the name to the block, its fields are not those of the import") {
  const Files files{{"base.html", "{% for c in [] %}{% block main %}{% endblock %}{% endfor %}"},
                    {"cards.html", "{% macro small() %}{% endmacro %}"},
                    {"page.html",
                     "{% extends 'base.html' %}{% import 'cards.html' as c %}"
                     "{% block main %}{{ c.other() }}{% endblock %}"}};
  CHECK(reported(files, {}).empty());
}
