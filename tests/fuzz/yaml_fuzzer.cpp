#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/value_checks.h"
#include "value/read.h"

using namespace paperboy;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const base::Source source("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  for (const value::Aliases aliases : {value::Aliases::Refused, value::Aliases::Allowed}) {
    base::Diagnostics diagnostics;
    const auto value = value::read_yaml(source, aliases, diagnostics);
    fuzz::check_result(value ? &*value : nullptr, source, diagnostics);
  }
  base::Diagnostics diagnostics;
  const auto front = value::read_front_matter(source, diagnostics);
  fuzz::check_result(front ? &front->fields : nullptr, source, diagnostics);
  return 0;
}
