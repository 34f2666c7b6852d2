#pragma once

#include <string_view>

namespace paperboy::outputs {

// The JSON Schema (draft 2020-12) of every file below /api/v1/. Keys are only ever added to version 1.
extern const std::string_view kApiSchema;

}  // namespace paperboy::outputs
