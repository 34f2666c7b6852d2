#include "templates/tests.h"

#include <algorithm>

#include "base/text.h"
#include "templates/operators.h"
#include "templates/reading.h"

namespace paperboy::templates {
namespace {

using Call = const BuiltinCall&;

bool is_boolean(Call call) {
  return call.input.get<bool>() != nullptr;
}

bool holds_true(Call call) {
  return is_boolean(call) && is_true(call.input);
}
bool holds_false(Call call) {
  return is_boolean(call) && !is_true(call.input);
}

bool is_text(Call call) {
  return text_of(call.input).has_value() || html_of(call.input) != nullptr;
}

std::int64_t whole_number(Call call) {
  const std::optional<std::int64_t> value = integer_of(call.input);
  if (!value)
    throw CallError{"this test needs a whole number, not " + kind_name(call.input), "", "wrong-type"};
  return *value;
}

bool divisible(Call call) {
  const std::int64_t divisor = call.integer(0, 1);
  if (divisor == 0)
    throw CallError{"division by zero", "", "division-by-zero"};
  return divisor == -1 || whole_number(call) % divisor == 0;
}

// The same object, or the same scalar value of the same kind.
bool same_as(Call call) {
  const ObjectView* left = call.input.get<ObjectView>();
  const ObjectView* right = call.arguments[0].get<ObjectView>();
  if (left != nullptr || right != nullptr)
    return left != nullptr && right != nullptr && left->data == right->data && left->type == right->type;
  const bool same_kind = kind_name(call.input) == kind_name(call.arguments[0]) &&
                         integer_of(call.input).has_value() == integer_of(call.arguments[0]).has_value();
  return same_kind && equal(call.input, call.arguments[0], call.budget);
}

template <ComparisonOperator Op>
bool compares(Call call) {
  return apply_comparison(Op, call.input, call.arguments[0], call.budget);
}

std::string_view needed_text(Call call) {
  const std::optional<std::string_view> text = text_of(call.input);
  if (!text)
    throw CallError{"this test needs a text, not " + kind_name(call.input), "", "wrong-type"};
  return *text;
}

std::vector<BuiltinTest> all_tests() {
  constexpr UndefinedInput kAccepted = UndefinedInput::Accepted;
  std::vector<BuiltinTest> all{
      {"defined", {}, [](Call call) { return !is_undefined(call.input); }, kAccepted},
      {"undefined", {}, [](Call call) { return is_undefined(call.input); }, kAccepted},
      {"none", {}, [](Call call) { return is_none(call.input); }},
      {"boolean", {}, is_boolean},
      {"true", {}, holds_true},
      {"false", {}, holds_false},
      {"number", {}, [](Call call) { return number_of(call.input).has_value(); }},
      {"integer", {}, [](Call call) { return integer_of(call.input).has_value(); }},
      {"float", {}, [](Call call) { return call.input.get<double>() != nullptr; }},
      {"string", {}, is_text},
      {"sequence", {}, [](Call call) { return ListReader::of(call.input).has_value(); }},
      {"mapping", {}, [](Call call) { return is_mapping(call.input); }},
      {"iterable", {}, [](Call call) { return ListReader::of(call.input) || has_free_keys(call.input); }},
      {"even", {}, [](Call call) { return whole_number(call) % 2 == 0; }},
      {"odd", {}, [](Call call) { return whole_number(call) % 2 != 0; }},
      {"divisibleby", {"number"}, divisible},
      {"sameas", {"other"}, same_as},
      {"startingwith",
       {"text"},
       [](Call call) { return base::starts_with(needed_text(call), call.text(0, "")); }},
      {"endingwith",
       {"text"},
       [](Call call) { return base::ends_with(needed_text(call), call.text(0, "")); }},
      {"in", {"container"}, compares<ComparisonOperator::In>},
      {"containing", {"item"}, [](Call call) {
         return contains(call.input, call.arguments[0], call.budget);
       }}};
  for (const std::string_view name : {"eq", "equalto", "=="})
    all.push_back({name, {"other"}, compares<ComparisonOperator::Equal>, kAccepted});
  for (const std::string_view name : {"ne", "!="})
    all.push_back({name, {"other"}, compares<ComparisonOperator::NotEqual>, kAccepted});
  all.push_back({"lt", {"other"}, compares<ComparisonOperator::Less>});
  all.push_back({"<", {"other"}, compares<ComparisonOperator::Less>});
  all.push_back({"le", {"other"}, compares<ComparisonOperator::LessEqual>});
  all.push_back({"<=", {"other"}, compares<ComparisonOperator::LessEqual>});
  all.push_back({"gt", {"other"}, compares<ComparisonOperator::Greater>});
  all.push_back({">", {"other"}, compares<ComparisonOperator::Greater>});
  all.push_back({"ge", {"other"}, compares<ComparisonOperator::GreaterEqual>});
  all.push_back({">=", {"other"}, compares<ComparisonOperator::GreaterEqual>});
  std::sort(all.begin(), all.end(),
            [](const BuiltinTest& left, const BuiltinTest& right) { return left.name < right.name; });
  return all;
}

}  // namespace

const std::vector<BuiltinTest>& builtin_tests() {
  static const std::vector<BuiltinTest> tests = all_tests();
  return tests;
}

const BuiltinTest* find_builtin_test(std::string_view name) {
  const std::vector<BuiltinTest>& tests = builtin_tests();
  const auto found =
      std::lower_bound(tests.begin(), tests.end(), name,
                       [](const BuiltinTest& test, std::string_view wanted) { return test.name < wanted; });
  return found != tests.end() && found->name == name ? &*found : nullptr;
}

}  // namespace paperboy::templates
