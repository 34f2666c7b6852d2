#include <string>

#include "templates/filter_input.h"
#include "templates/registry.h"

// Filters that choose or change items one by one.

namespace paperboy::templates {
namespace {

enum class Keep { Matching, Others };

BuiltinCall with(const BuiltinCall& call, const Ref& input, std::size_t skipped) {
  return {input, call.arguments.subspan(skipped), call.budget, call.registry, call.output, call.parameters};
}

// Without a test an item matches when it is true.
bool matches(const BuiltinCall& call, const Ref& value, std::size_t test) {
  if (!call.given(test))
    return is_true(value);
  return apply_test(call.text(test, ""), with(call, value, test + 1));
}

template <Keep Wanted>
Ref select(const BuiltinCall& call) {
  std::vector<Ref> kept;
  for (const Ref& item : input_items(call)) {
    call.budget.step();
    if (matches(call, item, 0) == (Wanted == Keep::Matching))
      kept.push_back(item);
  }
  return Ref::owned(std::move(kept));
}

template <Keep Wanted>
Ref select_attribute(const BuiltinCall& call) {
  const std::string_view path = call.text(0, "");
  std::vector<Ref> kept;
  for (const Ref& item : input_items(call)) {
    call.budget.step();
    if (matches(call, find_path(item, path), 1) == (Wanted == Keep::Matching))
      kept.push_back(item);
  }
  return Ref::owned(std::move(kept));
}

// map("filter", arguments…) or map(attribute="path", default=…).
Ref map(const BuiltinCall& call) {
  constexpr std::size_t kAttribute = 4;
  constexpr std::size_t kDefault = 5;
  if (call.given(0) == call.given(kAttribute))
    throw CallError{"map needs the name of a filter or attribute=", "for example map(attribute=\"title\")"};
  std::vector<Ref> mapped;
  for (const Ref& item : input_items(call)) {
    call.budget.step();
    if (call.given(0)) {
      BuiltinCall inner = with(call, item, 1);
      inner.arguments = call.arguments.subspan(1, kAttribute - 1);
      mapped.push_back(apply_filter(call.text(0, ""), inner));
      continue;
    }
    Ref value = find_path(item, call.text(kAttribute, ""));
    if (is_undefined(value) && call.given(kDefault))
      value = call.arguments[kDefault];
    if (is_undefined(value))
      throw CallError{kind_name(item) + " has no '" + std::string(call.text(kAttribute, "")) + "'",
                      "give a value for it: map(attribute=…, default=…)", "undefined-value"};
    mapped.push_back(std::move(value));
  }
  return Ref::owned(std::move(mapped));
}

}  // namespace

std::vector<BuiltinFilter> selection_filters() {
  return {{"select", {"test", "first", "second"}, 0, select<Keep::Matching>},
          {"reject", {"test", "first", "second"}, 0, select<Keep::Others>},
          {"selectattr", {"attribute", "test", "first", "second"}, 1, select_attribute<Keep::Matching>},
          {"rejectattr", {"attribute", "test", "first", "second"}, 1, select_attribute<Keep::Others>},
          {"map", {"filter", "first", "second", "third", "attribute", "default"}, 0, map}};
}

}  // namespace paperboy::templates
