#include "templates/registry.h"

#include <algorithm>

#include "base/text.h"
#include "templates/filters.h"
#include "templates/functions.h"
#include "templates/reading.h"
#include "templates/tests.h"

namespace paperboy::templates {
namespace {

template <typename T>
std::optional<std::uint32_t> find_named(const std::vector<std::pair<std::string, T>>& entries,
                                        std::string_view name) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].first == name)
      return static_cast<std::uint32_t>(i);
  return std::nullopt;
}

// Arguments behind the name of a filter or test that select, map, … got as a value.
std::vector<Ref> fit(std::span<const Ref> given, std::size_t parameters, std::string_view name) {
  std::vector<Ref> arguments(given.begin(), given.end());
  while (!arguments.empty() && is_undefined(arguments.back())) arguments.pop_back();
  if (arguments.size() > parameters)
    throw CallError{"too many arguments for '" + std::string(name) + "'", ""};
  arguments.resize(parameters);
  return arguments;
}

void require(const std::vector<Ref>& arguments, std::span<const std::string_view> parameters,
             std::size_t required, std::string_view name) {
  for (std::size_t i = 0; i < required; ++i)
    if (is_undefined(arguments[i]))
      throw CallError{"'" + std::string(name) + "' needs the argument '" + std::string(parameters[i]) + "'",
                      ""};
}

}  // namespace

std::optional<std::uint32_t> Registry::find_filter(std::string_view name) const {
  return find_named(filters, name);
}

std::optional<std::uint32_t> Registry::find_function(std::string_view name) const {
  return find_named(functions, name);
}

std::optional<std::uint32_t> Registry::find_variable(Symbol name) const {
  const auto found = std::find(variables.begin(), variables.end(), name);
  if (found == variables.end())
    return std::nullopt;
  return static_cast<std::uint32_t>(found - variables.begin());
}

std::optional<std::uint32_t> Registry::find_template(std::string_view name) const {
  const auto found = templates.find(name);
  return found == templates.end() ? std::nullopt : std::optional(found->second);
}

std::string Registry::filter_hint(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const BuiltinFilter& filter : builtin_filters()) names.push_back(filter.name);
  for (const auto& [custom, function] : filters) names.push_back(custom);
  return nearest_hint(name, names);
}

std::string Registry::test_hint(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const BuiltinTest& test : builtin_tests()) names.push_back(test.name);
  return nearest_hint(name, names);
}

std::string Registry::template_hint(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const auto& [known, index] : templates) {
    // Most often only the folder is missing.
    if (base::ends_with(known, "/" + std::string(name)))
      return "did you mean '" + known + "'?";
    names.push_back(known);
  }
  return nearest_hint(name, names);
}

std::vector<std::string_view> Registry::function_names() const {
  std::vector<std::string_view> names{"dict", "namespace"};
  for (const BuiltinFunction& function : builtin_functions()) names.push_back(function.name);
  for (const auto& [custom, function] : functions) names.push_back(custom);
  return names;
}

std::string filter_instead(std::string_view name) {
  return find_builtin_filter(name) == nullptr ? "" : "there is a filter of that name: |" + std::string(name);
}

std::string nearest_hint(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::optional<std::string> near = base::nearest(word, candidates);
  return near ? "did you mean '" + *near + "'?" : "";
}

Ref apply_filter(std::string_view name, const BuiltinCall& call) {
  if (const std::optional<std::uint32_t> custom = call.registry.find_filter(name)) {
    Arguments arguments;
    for (const Ref& argument : call.arguments)
      if (!is_undefined(argument))
        arguments.positional.push_back(argument);
    return call.registry.filters[*custom].second(call.input, arguments);
  }
  const BuiltinFilter* filter = find_builtin_filter(name);
  if (filter == nullptr)
    throw CallError{"unknown filter '" + std::string(name) + "'", call.registry.filter_hint(name),
                    "unknown-filter"};
  if (filter->undefined == UndefinedInput::Refused && is_undefined(call.input))
    throw CallError{"an item is undefined", "", "undefined-value"};
  const std::vector<Ref> arguments = fit(call.arguments, filter->parameters.size(), name);
  require(arguments, filter->parameters, filter->required, name);
  return filter->apply({call.input, arguments, call.budget, call.registry, call.output, filter->parameters});
}

bool apply_test(std::string_view name, const BuiltinCall& call) {
  const BuiltinTest* test = find_builtin_test(name);
  if (test == nullptr)
    throw CallError{"unknown test '" + std::string(name) + "'", call.registry.test_hint(name),
                    "unknown-test"};
  if (test->undefined == UndefinedInput::Refused && is_undefined(call.input))
    return false;
  const std::vector<Ref> arguments = fit(call.arguments, test->parameters.size(), name);
  require(arguments, test->parameters, test->parameters.size(), name);
  return test->holds({call.input, arguments, call.budget, call.registry, call.output, test->parameters});
}

}  // namespace paperboy::templates
