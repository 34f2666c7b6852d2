#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/value_checks.h"
#include "value/read.h"

using namespace paperboy;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const base::Source source("fuzz.json", std::string(reinterpret_cast<const char*>(data), size));
  base::Diagnostics diagnostics;
  const auto value = value::read_json(source, diagnostics);
  fuzz::check_result(value ? &*value : nullptr, source, diagnostics);
  base::Diagnostics of_lines;
  for (const value::Value& line : value::read_json_lines(source, of_lines)) {
    fuzz::check_value(line, source, 0);
  }
  return 0;
}
