#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/environment.h"
#include "templates/filters.h"

namespace paperboy::templates {

// What an environment offers to its templates by name. Order is the order of adding.
struct Registry {
  std::vector<std::pair<std::string, Filter>> filters;
  struct Custom {
    Function run;
    Outcome outcome;
  };
  std::vector<std::pair<std::string, Custom>> functions;
  std::vector<Symbol> variables;
  std::map<std::string, std::uint32_t, std::less<>> templates;

  std::optional<std::uint32_t> find_filter(std::string_view name) const;
  std::optional<std::uint32_t> find_function(std::string_view name) const;
  std::optional<std::uint32_t> find_variable(Symbol name) const;
  std::optional<std::uint32_t> find_template(std::string_view name) const;

  // "did you mean 'x'?", or nothing when no known name is near.
  std::string filter_hint(std::string_view name) const;
  std::string test_hint(std::string_view name) const;
  std::string template_hint(std::string_view name) const;
  std::vector<std::string_view> function_names() const;
};

std::string nearest_hint(std::string_view word, const std::vector<std::string_view>& candidates);

// For a field or method that does not exist: what to say when a filter has its name.
std::string filter_instead(std::string_view name);

// Applies a filter or test known only by name at render time, as map and select do.
Ref apply_filter(std::string_view name, const BuiltinCall& call);
bool apply_test(std::string_view name, const BuiltinCall& call);

}  // namespace paperboy::templates
