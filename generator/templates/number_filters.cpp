#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "templates/filter_input.h"
#include "templates/operators.h"

// Filters on numbers.

namespace paperboy::templates {
namespace {

double input_number(const BuiltinCall& call) {
  const std::optional<double> number = number_of(call.input);
  if (!number)
    throw CallError{"this filter needs a number, not " + kind_name(call.input), "use int or float first",
                    "wrong-type"};
  return *number;
}

Ref abs(const BuiltinCall& call) {
  const double number = input_number(call);
  return number < 0 ? apply_unary(UnaryOperator::Minus, call.input) : call.input;
}

// A whole text must be a number, blanks around it aside.
template <typename T>
std::optional<T> parse_number(std::string_view text) {
  text = base::trim(text);
  if (!text.empty() && text[0] == '+')
    text.remove_prefix(1);
  T value{};
  const std::from_chars_result parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
    return std::nullopt;
  return value;
}

Ref fallback_number(const BuiltinCall& call) {
  if (call.given(0))
    return call.arguments[0];
  throw CallError{"'" + input_text(call) + "' is not a number", "give a value for such texts: int(0)",
                  "wrong-type"};
}

Ref to_int(const BuiltinCall& call) {
  if (integer_of(call.input))
    return call.input;
  if (const bool* truth = call.input.get<bool>())
    return Ref(*truth ? 1 : 0);
  std::optional<double> number = number_of(call.input);
  if (!number) {
    const std::string text = input_text(call);
    if (const std::optional<std::int64_t> integer = parse_number<std::int64_t>(text))
      return Ref(*integer);
    number = parse_number<double>(text);
  }
  if (!number || !std::isfinite(*number) || std::abs(*number) >= 9.2e18)
    return fallback_number(call);
  return Ref(static_cast<std::int64_t>(*number));
}

Ref to_float(const BuiltinCall& call) {
  if (const std::optional<double> number = number_of(call.input))
    return Ref(*number);
  const std::optional<double> number = parse_number<double>(input_text(call));
  return number && std::isfinite(*number) ? Ref(*number) : fallback_number(call);
}

// method: "common" (half away from zero), "ceil" or "floor".
Ref round(const BuiltinCall& call) {
  const double number = input_number(call);
  const std::int64_t precision = call.integer(0, 0);
  const std::string_view method = call.text(1, "common");
  if (precision < -15 || precision > 15)
    throw CallError{"a precision is a number from -15 to 15", ""};
  if (method != "common" && method != "ceil" && method != "floor")
    throw CallError{"unknown way to round '" + std::string(method) + "'", "common, ceil or floor"};
  const double factor = std::pow(10.0, static_cast<double>(precision));
  const double scaled = number * factor;
  if (!std::isfinite(scaled))
    return Ref(number);
  const double rounded = method == "ceil"    ? std::ceil(scaled)
                         : method == "floor" ? std::floor(scaled)
                                             : std::round(scaled);
  return Ref(rounded / factor);
}

Ref sum(const BuiltinCall& call) {
  const std::string_view path = call.text(0, "");
  Ref total = call.given(1) ? call.arguments[1] : Ref(0);
  for (const Ref& item : input_items(call)) {
    const Ref value = path.empty() ? item : find_path(item, path);
    if (is_undefined(value))
      throw CallError{kind_name(item) + " has no '" + std::string(path) + "' to add up", "",
                      "undefined-value"};
    total = apply_binary(BinaryOperator::Add, total, value, call.budget);
  }
  return total;
}

// A fixed number of digits behind the point, thousands apart when asked for.
Ref format_fixed(const BuiltinCall& call) {
  const double number = input_number(call);
  const std::int64_t digits = call.integer(0, integer_of(call.input) ? 0 : 2);
  if (digits < 0 || digits > 15)
    throw CallError{"the number of digits is from 0 to 15", ""};
  std::array<char, 400> buffer;
  const std::to_chars_result end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                                 std::chars_format::fixed, static_cast<int>(digits));
  std::string text(buffer.data(), end.ptr);
  const std::string_view separator = call.text(1, "");
  const std::size_t first_digit = text[0] == '-' ? 1 : 0;
  std::size_t at = std::min(text.find('.'), text.size());
  while (!separator.empty() && at > first_digit + 3) {
    at -= 3;
    text.insert(at, separator);
  }
  return Ref::owned(std::move(text));
}

}  // namespace

std::vector<BuiltinFilter> number_filters() {
  return {{"abs", {}, 0, abs},
          {"int", {"default"}, 0, to_int},
          {"float", {"default"}, 0, to_float},
          {"round", {"precision", "method"}, 0, round},
          {"sum", {"attribute", "start"}, 0, sum},
          {"fixed", {"digits", "thousands"}, 0, format_fixed}};
}

}  // namespace paperboy::templates
