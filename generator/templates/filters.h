#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "templates/budget.h"
#include "templates/output_kind.h"
#include "templates/ref.h"

namespace paperboy::templates {

struct Registry;

// What a built-in filter, test or function gets: arguments in the order of its parameters, undefined
// where none was given.
struct BuiltinCall {
  const Ref& input;  // functions: undefined
  std::span<const Ref> arguments;
  Budget& budget;
  const Registry& registry;
  OutputKind output;
  std::span<const std::string_view> parameters;

  bool given(std::size_t index) const;
  // Each throws CallError when the argument is of another kind; `fallback` when it is not given.
  std::string_view text(std::size_t index, std::string_view fallback) const;
  std::int64_t integer(std::size_t index, std::int64_t fallback) const;
  bool truth(std::size_t index, bool fallback) const;
};

// Whether an undefined value may be the input.
enum class UndefinedInput { Refused, Accepted };

struct BuiltinFilter {
  std::string_view name;
  std::vector<std::string_view> parameters;
  std::size_t required = 0;  // of the parameters
  Ref (*apply)(const BuiltinCall& call) = nullptr;
  UndefinedInput undefined = UndefinedInput::Refused;
};

// Sorted by name.
const std::vector<BuiltinFilter>& builtin_filters();
const BuiltinFilter* find_builtin_filter(std::string_view name);

// By topic; builtin_filters() joins them.
std::vector<BuiltinFilter> text_filters();
std::vector<BuiltinFilter> markup_filters();
std::vector<BuiltinFilter> list_filters();
std::vector<BuiltinFilter> selection_filters();
std::vector<BuiltinFilter> ordering_filters();
std::vector<BuiltinFilter> number_filters();

}  // namespace paperboy::templates
