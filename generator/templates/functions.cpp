#include "templates/functions.h"

#include <algorithm>

#include "templates/callable.h"
#include "templates/reading.h"

namespace paperboy::templates {
namespace {

// range(stop), range(start, stop), range(start, stop, step).
Ref range(const BuiltinCall& call) {
  const bool one = !call.given(1);
  const std::int64_t start = one ? 0 : call.integer(0, 0);
  const std::int64_t stop = one ? call.integer(0, 0) : call.integer(1, 0);
  const std::int64_t step = call.integer(2, 1);
  if (step == 0)
    throw CallError{"the step of a range cannot be zero", ""};
  std::vector<Ref> numbers;
  for (std::int64_t at = start; step > 0 ? at < stop : at > stop;) {
    if (static_cast<std::int64_t>(numbers.size()) == kMaxRange)
      throw CallError{"a range has at most " + std::to_string(kMaxRange) + " numbers", "", "render-limit"};
    numbers.emplace_back(at);
    if (__builtin_add_overflow(at, step, &at))
      break;
  }
  call.budget.list(numbers.size());
  return Ref::owned(std::move(numbers));
}

// What it gives is nothing at the first call and the separator at all later ones.
Ref joiner(const BuiltinCall& call) {
  Callable callable;
  callable.separator = std::string(call.text(0, ", "));
  return Ref::owned(std::move(callable));
}

}  // namespace

const std::vector<BuiltinFunction>& builtin_functions() {
  static const std::vector<BuiltinFunction> functions{{"joiner", {"separator"}, 0, joiner},
                                                      {"range", {"start", "stop", "step"}, 1, range}};
  return functions;
}

const BuiltinFunction* find_builtin_function(std::string_view name) {
  const std::vector<BuiltinFunction>& functions = builtin_functions();
  const auto found = std::find_if(functions.begin(), functions.end(),
                                  [&](const BuiltinFunction& function) { return function.name == name; });
  return found == functions.end() ? nullptr : &*found;
}

}  // namespace paperboy::templates
