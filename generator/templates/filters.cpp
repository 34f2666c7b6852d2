#include "templates/filters.h"

#include <algorithm>

#include "templates/reading.h"

namespace paperboy::templates {
namespace {

std::vector<BuiltinFilter> all_filters() {
  std::vector<BuiltinFilter> all;
  for (const auto& topic : {text_filters(), markup_filters(), list_filters(), selection_filters(),
                            ordering_filters(), number_filters()})
    all.insert(all.end(), topic.begin(), topic.end());
  std::sort(all.begin(), all.end(),
            [](const BuiltinFilter& left, const BuiltinFilter& right) { return left.name < right.name; });
  return all;
}

[[noreturn]] void fail_argument(const BuiltinCall& call, std::size_t index, std::string_view wanted) {
  throw CallError{"argument '" + std::string(call.parameters[index]) + "' must be " + std::string(wanted) +
                      ", not " + kind_name(call.arguments[index]),
                  ""};
}

}  // namespace

bool BuiltinCall::given(std::size_t index) const {
  return !is_undefined(arguments[index]);
}

std::string_view BuiltinCall::text(std::size_t index, std::string_view fallback) const {
  if (!given(index))
    return fallback;
  const std::optional<std::string_view> value = text_of(arguments[index]);
  if (!value)
    fail_argument(*this, index, "a text");
  return *value;
}

std::int64_t BuiltinCall::integer(std::size_t index, std::int64_t fallback) const {
  if (!given(index))
    return fallback;
  const std::optional<std::int64_t> value = integer_of(arguments[index]);
  if (!value)
    fail_argument(*this, index, "a whole number");
  return *value;
}

bool BuiltinCall::truth(std::size_t index, bool fallback) const {
  return given(index) ? is_true(arguments[index]) : fallback;
}

const std::vector<BuiltinFilter>& builtin_filters() {
  static const std::vector<BuiltinFilter> filters = all_filters();
  return filters;
}

const BuiltinFilter* find_builtin_filter(std::string_view name) {
  const std::vector<BuiltinFilter>& filters = builtin_filters();
  const auto found = std::lower_bound(
      filters.begin(), filters.end(), name,
      [](const BuiltinFilter& filter, std::string_view wanted) { return filter.name < wanted; });
  return found != filters.end() && found->name == name ? &*found : nullptr;
}

}  // namespace paperboy::templates
