#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "base/diagnostic_format.h"
#include "dump.h"
#include "support/golden.h"
#include "value/read.h"

namespace paperboy::value {
namespace {

std::string read_and_dump(const base::Source& source, base::Diagnostics& diagnostics) {
  const std::string& path = source.path();
  if (path.ends_with(".jsonl")) {
    std::string out;
    for (const Value& value : read_json_lines(source, diagnostics)) {
      out += dump(value);
    }
    return out;
  }
  if (path.ends_with(".md")) {
    const auto front = read_front_matter(source, diagnostics);
    return front ? dump(front->fields) + "body " + place_of(front->body) + "\n" : "";
  }
  const Aliases aliases = path == "site.yaml" ? Aliases::Allowed : Aliases::Refused;
  const std::optional<Value> value =
      path.ends_with(".json") ? read_json(source, diagnostics) : read_yaml(source, aliases, diagnostics);
  return value ? dump(*value) : "";
}

}  // namespace

TEST_CASE("values and mistakes are shown with their places") {
  tests::run_goldens("value", [](tests::Txtar archive) {
    const tests::TxtarFile input = archive.files.at(0);
    const base::Source source(input.name, input.text);
    base::Diagnostics diagnostics;
    const std::string values = read_and_dump(source, diagnostics);
    archive.set("expect.txt", base::format_text(diagnostics.sorted(), base::Color::Off, 20) + values);
    return archive;
  });
}

}  // namespace paperboy::value
