#include "base/trace.h"

#include <catch2/catch.hpp>
#include <thread>

namespace paperboy::base {

TEST_CASE("A trace tells what each thread did") {
  Trace trace;
  {
    const Trace::Span outer(&trace, "render");
    std::thread([&] { const Trace::Span inner(&trace, "/papers/\"1\"/"); }).join();
  }
  const std::string json = trace.json();
  CHECK(json.starts_with(R"({"traceEvents":[{"name":"/papers/\"1\"/","ph":"X","pid":1,"tid":)"));
  CHECK(json.find(R"({"name":"render","ph":"X")") != std::string::npos);
}

TEST_CASE("Without a trace a span does nothing") {
  CHECK_NOTHROW(Trace::Span(nullptr, "render"));
}

}  // namespace paperboy::base
