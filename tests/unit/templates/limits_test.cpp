#include <pthread.h>

#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "templates/environment.h"

using namespace paperboy;

namespace {

struct Outcome {
  std::string text;
  std::string code;  // of the first problem
};

Outcome render(std::string text, const templates::RenderLimits& limits = {}) {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
  environment.add_template("t.html", sources.add("t.html", std::move(text)));
  environment.compile_all(diagnostics);
  Outcome outcome;
  if (!diagnostics.has_errors())
    outcome.text = environment.render("t.html", {}, diagnostics, limits).text;
  if (diagnostics.has_errors())
    outcome.code = diagnostics.sorted()[0].code;
  return outcome;
}

// Frames are several times larger when a sanitizer pads them.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kSmallStack = 2048 * 1024;
#else
constexpr std::size_t kSmallStack = 256 * 1024;
#endif

// Runs on a thread with a small stack.
void on_small_stack(const std::function<void()>& work) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kSmallStack);
  pthread_t thread;
  const auto start = [](void* data) -> void* {
    (*static_cast<const std::function<void()>*>(data))();
    return nullptr;
  };
  std::function<void()> copy = work;
  REQUIRE(pthread_create(&thread, &attributes, start, &copy) == 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

std::string repeat(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("output beyond the limit is an error") {
  templates::RenderLimits limits;
  limits.bytes = 100;
  CHECK(render("{% for n in range(10) %}0123456789{% endfor %}", limits).text.size() == 100);
  CHECK(render("{% for n in range(11) %}0123456789{% endfor %}", limits).code == "render-limit");
}

TEST_CASE("steps beyond the limit are an error") {
  templates::RenderLimits limits;
  limits.steps = 10'000;
  CHECK(render("{% for n in range(1000) %}{% for m in range(1000) %}{% endfor %}{% endfor %}", limits).code ==
        "render-limit");
}

TEST_CASE("texts that double themselves end as an error") {
  CHECK(
      render(
          "{% set ns = namespace(t='ab') %}{% for n in range(100) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}")
          .code == "render-limit");
}

TEST_CASE("lists inside lists without end are an error") {
  CHECK(
      render("{% set ns = namespace(l=[]) %}{% for n in range(100000) %}{% set ns.l = [ns.l] %}{% endfor %}")
          .code == "render-limit");
}

TEST_CASE("a namespace that holds itself can be made but not printed") {
  CHECK(render("{% set ns = namespace(a=1) %}{% set ns.self_ = ns %}{{ ns.self_.self_.a }}").text == "1");
  CHECK(render("{% set ns = namespace(a=1) %}{% set ns.b = ns %}{{ ns|tojson }}").code == "render-limit");
}

TEST_CASE("depth of frames does not use the stack of the thread") {
  templates::RenderLimits limits;
  limits.depth = 5000;
  Outcome outcome;
  on_small_stack([&] {
    outcome = render(
        "{% macro m(n) %}{% if n > 0 %}{{ m(n - 1) }}{% else %}end{% endif %}{% endmacro %}{{ m(4000) }}",
        limits);
  });
  CHECK(outcome.text == "end");
}

TEST_CASE("nesting of templates is bounded before the stack is") {
  const std::string deep[] = {
      "{{ " + repeat("(", 5000) + "1" + repeat(")", 5000) + " }}",
      "{{ " + repeat("[", 5000) + repeat("]", 5000) + " }}",
      "{{ " + repeat("not ", 5000) + "1 }}",
      "{{ " + repeat("-", 5000) + "1 }}",
      "{{ x" + repeat(".y", 5000) + " }}",
      "{{ 1" + repeat(" + 1", 5000) + " }}",
      "{{ 1" + repeat("|abs", 5000) + " }}",
      "{{ 1" + repeat(" ** 1", 5000) + " }}",
      "{{ " + repeat("1 if 1 else ", 5000) + "1 }}",
      repeat("{% if 1 %}", 5000) + repeat("{% endif %}", 5000),
      repeat("{% for x in [1] %}", 5000),
      "{{ 1" + repeat(" is eq 1", 5000) + " }}",
      "{{ " + repeat("{1: ", 5000) + "1 " + repeat("}", 5000) + " }}",
  };
  for (const std::string& text : deep) {
    INFO(text.substr(0, 30));
    Outcome outcome;
    on_small_stack([&] { outcome = render(text); });
    CHECK(outcome.code == "too-deep");
  }
}

TEST_CASE("templates just below the limit of nesting work on a small stack") {
  const std::string fits[] = {
      "{{ " + repeat("(1 or (1 and (not 1 < (1 + (1 ~ (1 * (", 6) + "1" + repeat(")))))))", 6) +
          " is defined }}",
      repeat("{% if 1 %}", 90) + "1" + repeat("{% endif %}", 90),
      "{{ " + repeat("[", 60) + "1" + repeat("]", 60) + " is sequence }}",
  };
  for (const std::string& text : fits) {
    INFO(text.substr(0, 30));
    Outcome outcome;
    on_small_stack([&] { outcome = render(text); });
    CHECK(outcome.code == "");
    CHECK_FALSE(outcome.text.empty());
  }
}

TEST_CASE("a long chain of parts is no nesting") {
  CHECK(render("{{ 1" + repeat(" ~ 1", 5000) + " }}").text == repeat("1", 5001));
  CHECK(render("{{ 0" + repeat(" or 0", 5000) + " }}").text == "0");
}
