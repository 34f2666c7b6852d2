#pragma once

#include <string_view>
#include <vector>

#include "templates/filters.h"

namespace paperboy::templates {

// What may stand behind `is`.
struct BuiltinTest {
  std::string_view name;
  std::vector<std::string_view> parameters;  // all required
  bool (*holds)(const BuiltinCall& call) = nullptr;
  UndefinedInput undefined = UndefinedInput::Refused;
};

// Sorted by name.
const std::vector<BuiltinTest>& builtin_tests();
const BuiltinTest* find_builtin_test(std::string_view name);

}  // namespace paperboy::templates
