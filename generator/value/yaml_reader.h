#pragma once

#include <optional>

#include "value/syntax_error.h"

namespace paperboy::value {

// The YAML document in one part of a source; nothing, with diagnostics, when it cannot be used. An
// empty document is a Null value.
std::optional<Value> read_yaml_extent(const Extent& extent, Aliases aliases, base::Diagnostics& diagnostics,
                                      const Limits& limits);

}  // namespace paperboy::value
