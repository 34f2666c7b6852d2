#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "base/diagnostic_format.h"
#include "base/text.h"
#include "templates/environment.h"
#include "templates/value_ref.h"
#include "value/read.h"

using namespace paperboy;

namespace {

struct Example {
  std::string data;
  std::string text;
  std::string output;
};

// Fenced blocks: yaml (optional), jinja, output, in this order.
std::vector<Example> examples(const std::string& manual) {
  std::vector<Example> found;
  Example current;
  std::string* block = nullptr;
  for (const std::string_view line : base::split(manual, '\n')) {
    if (line == "```yaml") {
      block = &current.data;
    } else if (line == "```jinja") {
      block = &current.text;
    } else if (line == "```output") {
      block = &current.output;
    } else if (line == "```" && block != nullptr) {
      if (block == &current.output) {
        found.push_back(current);
        current = {};
      }
      block = nullptr;
    } else if (block != nullptr) {
      *block += std::string(line) + "\n";
    }
  }
  return found;
}

std::string run(const Example& example) {
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  templates::Environment environment;
  std::optional<value::Value> data;
  std::vector<templates::Binding> bindings;
  if (!example.data.empty())
    data = value::read_yaml(sources.add("data.yaml", example.data), value::Aliases::Refused, diagnostics);
  if (data && data->object() != nullptr) {
    for (const value::Member& member : data->object()->members()) {
      environment.declare_variable(member.key);
      bindings.push_back({member.key, templates::value_ref(member.value)});
    }
  }
  // `{# file: name #}` begins another template.
  std::string name = "page.html";
  std::vector<std::pair<std::string, std::string>> files{{name, ""}};
  for (const std::string_view line : base::split(example.text, '\n')) {
    constexpr std::string_view kMark = "{# file: ";
    if (base::starts_with(line, kMark) && files.back().second.empty() && files.size() == 1)
      files.back().first = std::string(line.substr(kMark.size(), line.size() - kMark.size() - 3));
    else if (base::starts_with(line, kMark))
      files.emplace_back(line.substr(kMark.size(), line.size() - kMark.size() - 3), "");
    else
      files.back().second += std::string(line) + "\n";
  }
  files.back().second.pop_back();  // what split gives behind the last line break
  for (const auto& [file, text] : files) environment.add_template(file, sources.add(file, text));
  environment.compile_all(diagnostics);
  std::string text;
  if (!diagnostics.has_errors())
    text = environment.render(files.front().first, bindings, diagnostics).text;
  return diagnostics.has_errors() ? base::format_text(diagnostics.sorted(), base::Color::Off, 50) : text;
}

std::string manual() {
  std::ifstream in(PAPERBOY_MANUAL_FOLDER "/template-language.md");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

TEST_CASE("every example of the manual gives what the manual says") {
  const std::vector<Example> all = examples(manual());
  REQUIRE(all.size() >= 17);
  for (const Example& example : all) {
    INFO(example.text);
    CHECK(base::trim(run(example)) == base::trim(example.output));
  }
}
