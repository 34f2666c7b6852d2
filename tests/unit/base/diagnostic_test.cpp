#include "base/diagnostic.h"

#include <catch2/catch.hpp>
#include <thread>

#include "base/diagnostic_format.h"

namespace paperboy::base {

namespace {

std::string summary(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    out += diagnostic.message + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("Diagnostics are sorted by place, severity, code and message") {
  const Source a("a.yaml", "one\ntwo\n");
  const Source b("b.yaml", "one\ntwo\n");
  Diagnostics diagnostics;
  diagnostics.error({&b, 0, 1}, "x", "9");
  diagnostics.error({&a, 4, 5}, "y", "6");
  diagnostics.error({&a, 4, 5}, "x", "5");
  diagnostics.error({&a, 4, 5}, "x", "4");
  diagnostics.note({&a, 4, 5}, "a", "8");
  diagnostics.warning({&a, 4, 5}, "a", "7");
  diagnostics.error({&a, 1, 2}, "z", "3");
  diagnostics.warning({&a, 0, 9}, "z", "2");
  diagnostics.error_at("a.yaml", "z", "1");
  CHECK(summary(diagnostics.sorted()) == "1 2 3 4 5 6 7 8 9 ");
}

TEST_CASE("The order of adding does not show") {
  const Source a("a.yaml", "text");
  const Source again("a.yaml", "text");
  Diagnostics forward;
  Diagnostics backward;
  std::vector<Diagnostic> all;
  for (const std::string hint : {"h1", "h2"}) {
    for (const std::uint32_t end : {1U, 2U}) {
      all.push_back({Severity::Error, "c", "m", {&a, 0, end}, {}, hint, {}});
      all.push_back({Severity::Error, "c", "m", {&a, 0, end}, {}, hint, {{"r", {&again, 1, 2}}}});
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    forward.add(all[i]);
    backward.add(all[all.size() - 1 - i]);
  }
  CHECK(forward.sorted().size() == all.size());
  CHECK(format_json(forward.sorted()) == format_json(backward.sorted()));
}

TEST_CASE("Exact repeats are reported once") {
  const Source a("a.yaml", "text");
  Diagnostics diagnostics;
  diagnostics.error({&a, 0, 1}, "c", "m", "hint");
  diagnostics.error({&a, 0, 1}, "c", "m", "hint");
  diagnostics.error({&a, 0, 1}, "c", "m", "another hint");
  diagnostics.warning({&a, 0, 1}, "c", "m", "hint");
  diagnostics.error_at("b", "c", "m");
  diagnostics.error_at("b", "c", "m");
  CHECK(diagnostics.sorted().size() == 4);
}

TEST_CASE("Diagnostics are counted by severity") {
  Diagnostics diagnostics;
  diagnostics.warning({}, "c", "m");
  diagnostics.note({}, "c", "m");
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.error({}, "c", "m");
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.count(Severity::Warning) == 1);
  CHECK(diagnostics.count(Severity::Note) == 1);
}

TEST_CASE("Threads can report at once") {
  Diagnostics diagnostics;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&diagnostics, t] {
        for (int i = 0; i < 500; ++i) {
          diagnostics.error_at("file", "c", std::to_string(t) + "-" + std::to_string(i));
        }
      });
    }
  }
  CHECK(diagnostics.sorted().size() == 2000);
}

}  // namespace paperboy::base
