#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "templates/environment.h"
#include "templates/reading.h"

using namespace paperboy;
using templates::Ref;

namespace {

struct Author {
  std::string name;
};

struct Paper {
  std::string title;
  base::Html abstract;
  int score = 0;
  std::vector<Author> authors;
  std::vector<const Paper*> related;
  base::SourceSpan span;
};

const templates::Type& type_of(const Author*) {
  static const templates::Type type{
      "author", {templates::field<Author>("name", [](const Author& author) { return Ref(author.name); })}};
  return type;
}

const templates::Type& type_of(const Paper*) {
  using templates::field;
  static const templates::Type type{
      "paper",
      {field<Paper>("title", [](const Paper& paper) { return Ref(paper.title); }),
       field<Paper>("abstract", [](const Paper& paper) { return Ref(paper.abstract); }),
       field<Paper>("score", [](const Paper& paper) { return Ref(paper.score); }),
       field<Paper>("authors", [](const Paper& paper) { return templates::list_ref(paper.authors); }),
       field<Paper>("related", [](const Paper& paper) { return templates::list_ref(paper.related); })},
      [](const void* object) { return static_cast<const Paper*>(object)->span; }};
  return type;
}

// One template named page.html that knows `paper`.
struct Page {
  explicit Page(std::string text) {
    environment.declare_variable("paper");
    environment.add_template("page.html", sources.add("layouts/page.html", std::move(text)));
    environment.compile_all(diagnostics);
  }
  std::string render(const Paper& paper, const templates::RenderLimits& limits = {}) {
    return environment.render("page.html", {{"paper", templates::ref(paper)}}, diagnostics, limits).text;
  }

  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
};

Paper some_paper() {
  Paper paper;
  paper.title = "Fish & Chips";
  paper.abstract = base::Html::trusted("<i>tasty</i>");
  paper.score = 9;
  paper.authors = {{"Ada"}, {"Émilie"}};
  return paper;
}

}  // namespace

TEST_CASE("fields, lists and pointers of C++ objects are read in place") {
  Page page(
      "{{ paper.title }}|{{ paper.abstract }}|{{ paper.score + 1 }}|{% for author in paper.authors %}{{ "
      "author.name }} "
      "{% endfor %}|{{ paper.related[0].title }}|{{ paper.authors|map(attribute='name')|join(', ') }}");
  Paper other;
  other.title = "Other";
  Paper paper = some_paper();
  paper.related = {&other};
  CHECK(page.render(paper) == "Fish &amp; Chips|<i>tasty</i>|10|Ada Émilie |Other|Ada, Émilie");
  CHECK_FALSE(page.diagnostics.has_errors());
}

TEST_CASE("one place reads objects of different types") {
  Page page(
      "{% for x in [paper, paper.authors[0]] %}{{ x.title|default(x.name|default('?')) }};{% endfor %}");
  CHECK(page.render(some_paper()) == "Fish &amp; Chips;Ada;");
}

TEST_CASE("a missing field names the object's type, the nearest field and where the object was written") {
  Page page("{{ paper.titel }}");
  const base::Source& data = page.sources.add("content/daily/2026-05-06.yaml", "- title: Fish\n");
  Paper paper = some_paper();
  paper.span = {&data, 2, 7};
  page.render(paper);
  const std::vector<base::Diagnostic> found = page.diagnostics.sorted();
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "unknown-field");
  CHECK(found[0].message == "a paper has no field 'titel'");
  CHECK(found[0].hint == "did you mean 'title'?");
  REQUIRE(found[0].related.size() == 1);
  CHECK(found[0].related[0].span == paper.span);
}

TEST_CASE("objects that contain themselves end as an error, not as a hang") {
  Page page("{{ paper|tojson }}");
  Paper paper = some_paper();
  paper.related = {&paper, &paper};
  CHECK(page.render(paper).empty());
  REQUIRE(page.diagnostics.sorted().size() == 1);
  CHECK(page.diagnostics.sorted()[0].code == "render-limit");
}

TEST_CASE("functions and filters of the environment") {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
  environment.add_function("url_for", [](const templates::Arguments& arguments) {
    if (arguments.positional.size() != 1)
      throw templates::CallError{"url_for needs one name", "url_for(\"about\")"};
    return Ref::owned("/" + std::string(*arguments.positional[0].get<std::string_view>()) + "/");
  });
  environment.add_filter("shout", [](const Ref& input, const templates::Arguments& arguments) {
    const std::string mark = arguments.named.empty() ? "!" : "?";
    return Ref::owned(std::string(*input.get<std::string_view>()) + mark);
  });
  environment.add_template(
      "a.html", sources.add("a.html", "{{ url_for('a&b') }} {{ 'x'|shout }} {{ 'x'|shout(mark=1) }}"));
  environment.add_template("b.html", sources.add("b.html", "{{ url_for() }}"));
  environment.compile_all(diagnostics);
  CHECK(environment.render("a.html", {}, diagnostics).text == "/a&amp;b/ x! x?");
  CHECK_FALSE(environment.render("b.html", {}, diagnostics).ok);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].message == "url_for needs one name");
  CHECK(diagnostics.sorted()[0].span.text() == "url_for()");
}

TEST_CASE("a function with a fixed outcome is asked once for constants") {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
  int calls = 0;
  const templates::Function twice = [&calls](const templates::Arguments& arguments) {
    if (arguments.positional.empty())
      throw templates::CallError{"twice what?", ""};
    const std::string text(*templates::text_of(arguments.positional[0]));
    ++calls;
    return Ref::owned(text + text);
  };
  environment.add_function("twice", twice, templates::Outcome::Fixed);
  environment.add_template("a.html", sources.add("a.html", "{{ twice('a' ~ '&') }}{{ twice('b') ~ 'c' }}"));
  environment.add_template("b.html",
                           sources.add("b.html", "{% for x in ['d', 'e', 'd'] %}{{ twice(x) }}{% endfor %}"));
  environment.add_template("c.html", sources.add("c.html", "{{ twice() }}"));
  environment.compile_all(diagnostics);
  for (int i = 0; i < 3; ++i) CHECK(environment.render("a.html", {}, diagnostics).text == "a&amp;a&amp;bbc");
  CHECK(calls == 2);
  CHECK(environment.render("b.html", {}, diagnostics).text == "ddeedd");
  CHECK(calls == 5);
  for (int i = 0; i < 2; ++i) CHECK_FALSE(environment.render("c.html", {}, diagnostics).ok);
  CHECK(diagnostics.sorted().size() == 1);
}

TEST_CASE("a render that failed leaves nothing for the next one") {
  Page page(
      "{% macro m(x) %}<{% if x == 'Ada' %}{{ x.name }}{% endif %}{{ x }}>{% endmacro %}"
      "{% for a in paper.authors %}{% set part %}{{ m(a.name) }}{% endset %}{{ part }}{% endfor %}");
  Paper paper = some_paper();
  CHECK(page.render(paper).empty());
  CHECK(page.diagnostics.sorted().size() == 1);
  paper.authors.erase(paper.authors.begin());
  CHECK(page.render(paper) == "<Émilie>");
  CHECK(page.diagnostics.sorted().size() == 1);
}

TEST_CASE("what a macro gives is escaped where a template without escaping made it") {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
  environment.add_template("m.txt", sources.add("m.txt", "{% macro m(x) %}<{{ x }}>{% endmacro %}"));
  environment.add_template("m.html", sources.add("m.html", "{% macro m(x) %}<{{ x }}>{% endmacro %}"));
  environment.add_template(
      "a.html", sources.add("a.html", "{% from 'm.html' import m %}{{ m('&') }} {{ m('&') ~ '&' }}"));
  environment.add_template("b.txt",
                           sources.add("b.txt", "{% from 'm.txt' import m %}{{ m('&') }} {{ m('&') if 1 }}"));
  environment.add_template("c.html", sources.add("c.html", "{% from 'm.txt' import m %}{{ m('&') }}"));
  environment.compile_all(diagnostics);
  CHECK(environment.render("a.html", {}, diagnostics).text == "<&amp;> <&amp;>&amp;");
  CHECK(environment.render("b.txt", {}, diagnostics).text == "<&> <&>");
  CHECK(environment.render("c.html", {}, diagnostics).text == "&lt;&amp;&gt;");
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("many threads render from one environment") {
  Page page(
      "{% macro m(x) %}{{ x.name }}{% endmacro %}{% set ns = namespace(n=0) %}{% for a in paper.authors %}{{ "
      "m(a) "
      "}}{% set ns.n = ns.n + loop.index %}{% endfor %}{{ ns.n }}{{ {paper.title: 1}|tojson }}");
  const Paper paper = some_paper();
  std::vector<std::string> texts(8);
  std::vector<std::thread> threads;
  for (std::string& text : texts)
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) text = page.render(paper);
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) CHECK(text == "AdaÉmilie3{\"Fish \\u0026 Chips\":1}");
  CHECK_FALSE(page.diagnostics.has_errors());
}

TEST_CASE("dependencies follow extends, include and import") {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
  environment.add_template("a.html", sources.add("a.html", "{% extends 'base.html' %}"));
  environment.add_template("base.html", sources.add("base.html", "{% include 'part.html' %}"));
  environment.add_template("part.html", sources.add("part.html", "{% import 'm.html' as m %}"));
  environment.add_template("m.html", sources.add("m.html", ""));
  environment.add_template("other.html", sources.add("other.html", ""));
  environment.compile_all(diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(environment.dependencies("a.html") ==
        std::vector<std::string>{"a.html", "base.html", "m.html", "part.html"});
  CHECK(environment.has_template("m.html"));
  CHECK_FALSE(environment.has_template("n.html"));
}
