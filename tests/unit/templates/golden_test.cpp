#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "base/diagnostic_format.h"
#include "base/text.h"
#include "support/golden.h"
#include "templates/environment.h"
#include "templates/value_ref.h"
#include "value/read.h"

using namespace paperboy;

namespace {

// Parts: data.yaml (its keys become variables), templates by name, expect.html (what template.* gives) or
// expect.txt (what is reported). The template rendered is the part whose name begins with "template.".
tests::Txtar run(tests::Txtar golden) {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  std::optional<value::Value> data;
  templates::Environment environment;
  std::string main;
  for (const tests::TxtarFile& file : golden.files) {
    if (base::starts_with(file.name, "expect"))
      continue;
    const base::Source& source = sources.add(file.name, file.text);
    if (file.name == "data.yaml") {
      data = value::read_yaml(source, value::Aliases::Refused, diagnostics);
      continue;
    }
    if (base::starts_with(file.name, "template."))
      main = file.name;
    environment.add_template(file.name, source);
  }
  std::vector<templates::Binding> bindings;
  if (data && data->object() != nullptr)
    for (const value::Member& member : data->object()->members()) {
      environment.declare_variable(member.key);
      bindings.push_back({member.key, templates::value_ref(member.value)});
    }
  environment.compile_all(diagnostics);
  templates::Environment::Rendered rendered;
  if (!diagnostics.has_errors())
    rendered = environment.render(main, bindings, diagnostics);
  CHECK(rendered.ok == !diagnostics.has_errors());
  if (rendered.ok)
    golden.set("expect.html", rendered.text);
  else
    golden.set("expect.txt", base::format_text(diagnostics.sorted(), base::Color::Off, 50));
  return golden;
}

}  // namespace

TEST_CASE("templates give what their goldens say") {
  tests::run_goldens("templates", run);
}
