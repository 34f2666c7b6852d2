// Any bytes as templates: no crash, no long run, an error exactly when there is no page. Build with clang and
// -fsanitize=fuzzer,address,undefined.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/diagnostic_format.h"
#include "templates/environment.h"
#include "templates/value_ref.h"
#include "value/read.h"

using namespace paperboy;

namespace {

constexpr std::string_view kData =
    "title: \"Fish & Chips\"\nscore: 7\nhalf: 0.5\nyes: true\nnothing:\ndate: 2026-05-06\n"
    "tags: [new, old, \"<b>\", 思维链]\npapers:\n- {title: A, score: 3, tags: [x]}\n"
    "- {title: B, score: 1, tags: []}\nby_key: {one: 1, two: [2, 3]}\n";
constexpr std::string_view kBetween = "\n---\n";
// The first byte chooses how the page is printed; it is part of the template as well.
constexpr std::array<const char*, 3> kPages{"page.html", "page.txt", "page.json"};

const value::Value& data() {
  static const base::Source source("data.yaml", std::string(kData));
  static base::Diagnostics diagnostics;
  static const value::Value value = *value::read_yaml(source, value::Aliases::Refused, diagnostics);
  return value;
}

void require(bool holds) {
  if (!holds)
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(bytes), size);
  const std::string page = kPages[size == 0 ? 0 : bytes[0] % kPages.size()];
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
  for (const std::string& name : {page, std::string("part.html"), std::string("base.html")}) {
    const std::size_t end = rest.find(kBetween);
    environment.add_template(name, sources.add(name, std::string(rest.substr(0, end))));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + kBetween.size());
  }
  environment.declare_variable("data");
  environment.declare_root(page);
  environment.compile_all(diagnostics);
  const templates::RenderLimits limits{20'000, 20, 100'000};
  const std::vector<templates::Binding> bindings{{"data", templates::value_ref(data())}};
  if (!diagnostics.has_errors()) {
    const templates::Environment::Rendered rendered = environment.render(page, bindings, diagnostics, limits);
    require(rendered.ok != diagnostics.has_errors());
    require(rendered.text.size() <= limits.bytes);
    base::Diagnostics again;
    require(environment.render(page, bindings, again, limits).text == rendered.text);
  }
  base::format_text(diagnostics.sorted(), base::Color::Off, 10);
  return 0;
}
