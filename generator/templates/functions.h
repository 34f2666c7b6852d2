#pragma once

#include <string_view>
#include <vector>

#include "templates/filters.h"

namespace paperboy::templates {

// range() gives at most this many numbers.
inline constexpr std::int64_t kMaxRange = 100'000;

struct BuiltinFunction {
  std::string_view name;
  std::vector<std::string_view> parameters;
  std::size_t required = 0;
  Ref (*apply)(const BuiltinCall& call) = nullptr;
};

// range and joiner. `dict` and `namespace` take any names and are made by the machine itself.
const std::vector<BuiltinFunction>& builtin_functions();
const BuiltinFunction* find_builtin_function(std::string_view name);

}  // namespace paperboy::templates
