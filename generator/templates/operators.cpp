#include "templates/operators.h"

#include <cmath>

#include "templates/reading.h"

namespace paperboy::templates {
namespace {

[[noreturn]] void fail_overflow() {
  throw CallError{"the number gets too large", "", "number-overflow"};
}
[[noreturn]] void fail_zero() {
  throw CallError{"division by zero", "", "division-by-zero"};
}

constexpr std::string_view kVerbs[] = {"add", "subtract", "multiply", "divide", "divide", "divide", "raise"};

[[noreturn]] void fail_types(BinaryOperator op, const Ref& left, const Ref& right) {
  const bool joins =
      op == BinaryOperator::Add && (text_of(left) || text_of(right) || html_of(left) || html_of(right));
  throw CallError{"cannot " + std::string(kVerbs[static_cast<std::size_t>(op)]) + " " + kind_name(left) +
                      " and " + kind_name(right),
                  joins ? "use ~ to join them as text" : "", "wrong-type"};
}

Ref checked(double value) {
  if (!std::isfinite(value))
    fail_overflow();
  return Ref(value);
}

std::int64_t power(std::int64_t base, std::int64_t exponent) {
  std::int64_t result = 1;
  while (exponent > 0) {
    if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result))
      fail_overflow();
    exponent >>= 1;
    if (exponent > 0 && __builtin_mul_overflow(base, base, &base))
      fail_overflow();
  }
  return result;
}

// Towards minus infinity, as in Python.
std::int64_t floor_divide(std::int64_t left, std::int64_t right) {
  if (right == 0)
    fail_zero();
  if (right == -1) {
    std::int64_t result = 0;
    if (__builtin_sub_overflow(std::int64_t{0}, left, &result))
      fail_overflow();
    return result;
  }
  const std::int64_t quotient = left / right;
  return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

// The sign of the divisor, as in Python.
std::int64_t remainder(std::int64_t left, std::int64_t right) {
  if (right == 0)
    fail_zero();
  if (right == -1)
    return 0;
  const std::int64_t rest = left % right;
  return rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest;
}

Ref integer_arithmetic(BinaryOperator op, std::int64_t left, std::int64_t right) {
  std::int64_t result = 0;
  bool overflow = false;
  switch (op) {
    case BinaryOperator::Add:
      overflow = __builtin_add_overflow(left, right, &result);
      break;
    case BinaryOperator::Subtract:
      overflow = __builtin_sub_overflow(left, right, &result);
      break;
    case BinaryOperator::Multiply:
      overflow = __builtin_mul_overflow(left, right, &result);
      break;
    case BinaryOperator::Divide:
      if (right == 0)
        fail_zero();
      return checked(static_cast<double>(left) / static_cast<double>(right));
    case BinaryOperator::FloorDivide:
      return Ref(floor_divide(left, right));
    case BinaryOperator::Remainder:
      return Ref(remainder(left, right));
    case BinaryOperator::Power:
      if (right < 0)
        return checked(std::pow(static_cast<double>(left), static_cast<double>(right)));
      return Ref(power(left, right));
  }
  if (overflow)
    fail_overflow();
  return Ref(result);
}

Ref float_arithmetic(BinaryOperator op, double left, double right) {
  const bool divides =
      op == BinaryOperator::Divide || op == BinaryOperator::FloorDivide || op == BinaryOperator::Remainder;
  if (divides && right == 0)
    fail_zero();
  switch (op) {
    case BinaryOperator::Add:
      return checked(left + right);
    case BinaryOperator::Subtract:
      return checked(left - right);
    case BinaryOperator::Multiply:
      return checked(left * right);
    case BinaryOperator::Divide:
      return checked(left / right);
    case BinaryOperator::FloorDivide:
      return checked(std::floor(left / right));
    case BinaryOperator::Remainder: {
      const double rest = std::fmod(left, right);
      return checked(rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest);
    }
    case BinaryOperator::Power:
      return checked(std::pow(left, right));
  }
  fail_overflow();
}

Ref join_lists(const ListReader& left, const ListReader& right, Budget& budget) {
  budget.list(left.size() + right.size());
  std::vector<Ref> items;
  items.reserve(left.size() + right.size());
  for (std::size_t i = 0; i < left.size(); ++i) items.push_back(left.at(i));
  for (std::size_t i = 0; i < right.size(); ++i) items.push_back(right.at(i));
  return Ref::owned(std::move(items));
}

Ref repeat(std::string_view text, std::int64_t times, Budget& budget) {
  if (times <= 0 || text.empty())
    return Ref(std::string_view());
  if (static_cast<std::uint64_t>(times) > budget.bytes() / text.size())
    budget.fail_bytes();
  budget.text(text.size() * static_cast<std::size_t>(times));
  std::string out;
  out.reserve(text.size() * static_cast<std::size_t>(times));
  for (std::int64_t i = 0; i < times; ++i) out += text;
  return Ref::owned(std::move(out));
}

}  // namespace

Ref apply_binary(BinaryOperator op, const Ref& left, const Ref& right, Budget& budget) {
  const std::optional<std::int64_t> left_integer = integer_of(left);
  const std::optional<std::int64_t> right_integer = integer_of(right);
  if (left_integer && right_integer)
    return integer_arithmetic(op, *left_integer, *right_integer);
  const std::optional<double> left_number = number_of(left);
  const std::optional<double> right_number = number_of(right);
  if (left_number && right_number)
    return float_arithmetic(op, *left_number, *right_number);
  if (op == BinaryOperator::Add) {
    const bool left_textual = text_of(left) || html_of(left) != nullptr;
    const bool right_textual = text_of(right) || html_of(right) != nullptr;
    if (left_textual && right_textual) {
      const Ref parts[] = {left, right};
      return concatenate(parts, 2, budget);
    }
    const std::optional<ListReader> left_list = ListReader::of(left);
    const std::optional<ListReader> right_list = ListReader::of(right);
    if (left_list && right_list)
      return join_lists(*left_list, *right_list, budget);
  }
  if (op == BinaryOperator::Multiply && text_of(left) && right_integer)
    return repeat(*text_of(left), *right_integer, budget);
  fail_types(op, left, right);
}

Ref apply_unary(UnaryOperator op, const Ref& operand) {
  if (op == UnaryOperator::Not)
    return Ref(!is_true(operand));
  if (const std::optional<std::int64_t> integer = integer_of(operand))
    return op == UnaryOperator::Plus ? operand : Ref(floor_divide(*integer, -1));
  if (const std::optional<double> number = number_of(operand))
    return op == UnaryOperator::Plus ? operand : Ref(-*number);
  throw CallError{"a sign needs a number, not " + kind_name(operand), "", "wrong-type"};
}

Ref concatenate(const Ref* parts, std::size_t count, Budget& budget) {
  bool is_html = false;
  for (std::size_t i = 0; i < count; ++i) is_html = is_html || html_of(parts[i]) != nullptr;
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<std::string> text = plain_text(parts[i]);
    if (!text)
      throw CallError{"cannot join " + kind_name(parts[i]) + " as text",
                      ListReader::of(parts[i]) ? "use the filter join" : "", "wrong-type"};
    if (is_html && html_of(parts[i]) == nullptr)
      base::append_html_escaped(out, *text);
    else
      out += *text;
    if (out.size() > budget.bytes())
      budget.fail_bytes();
  }
  budget.text(out.size());
  return is_html ? Ref::owned(base::Html::trusted(std::move(out))) : Ref::owned(std::move(out));
}

Ref index_value(const Ref& object, const Ref& key) {
  const std::optional<std::int64_t> integer = integer_of(key);
  if (const std::optional<ListReader> list = ListReader::of(object)) {
    if (!integer)
      throw CallError{"a list is indexed by whole numbers, not by " + kind_name(key), "", "wrong-type"};
    const std::int64_t size = static_cast<std::int64_t>(list->size());
    const std::int64_t index = *integer < 0 ? *integer + size : *integer;
    return index >= 0 && index < size ? list->at(static_cast<std::size_t>(index)) : Ref();
  }
  if (const std::optional<std::string_view> name = text_of(key))
    return find_field(object, *name);
  if (text_of(object))
    throw CallError{"a text has no index", "use a slice: text[0:1]", "wrong-type"};
  throw CallError{"cannot look up " + kind_name(key) + " in " + kind_name(object), "", "wrong-type"};
}

}  // namespace paperboy::templates
