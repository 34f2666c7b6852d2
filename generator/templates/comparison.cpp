#include <algorithm>

#include "base/text.h"
#include "templates/callable.h"
#include "templates/operators.h"
#include "templates/reading.h"

// The half of operators.h that looks at two values or into one.

namespace paperboy::templates {
namespace {

// Values of the program may refer to each other in circles.
constexpr int kMaxDepth = static_cast<int>(kMaxValueDepth);

[[noreturn]] void fail_depth() {
  throw CallError{"values are nested too deeply to be compared", "", "render-limit"};
}

bool equal_at(const Ref& left, const Ref& right, Budget& budget, int depth);

bool equal_lists(const ListReader& left, const ListReader& right, Budget& budget, int depth) {
  if (left.size() != right.size())
    return false;
  for (std::size_t i = 0; i < left.size(); ++i)
    if (!equal_at(left.at(i), right.at(i), budget, depth))
      return false;
  return true;
}

// Mappings that templates made, and objects with free keys; in any order.
bool equal_members(const Ref& left, const Ref& right, Budget& budget, int depth) {
  const auto left_members = *members_of(left);
  if (left_members.size() != members_of(right)->size())
    return false;
  for (const auto& [name, value] : left_members) {
    const Ref other = find_field(right, name);
    if (is_undefined(other) || !equal_at(value, other, budget, depth))
      return false;
  }
  return true;
}

bool equal_html(const Ref& left, const Ref& right) {
  const auto markup = [](const Ref& value) {
    return html_of(value) != nullptr ? html_of(value)->str() : base::Html::escaped(*text_of(value)).str();
  };
  return markup(left) == markup(right);
}

bool equal_at(const Ref& left, const Ref& right, Budget& budget, int depth) {
  if (depth > kMaxDepth)
    fail_depth();
  budget.step();
  const std::optional<std::int64_t> left_integer = integer_of(left);
  const std::optional<std::int64_t> right_integer = integer_of(right);
  if (left_integer && right_integer)
    return *left_integer == *right_integer;
  const std::optional<double> left_number = number_of(left);
  const std::optional<double> right_number = number_of(right);
  if (left_number || right_number)
    return left_number && right_number && *left_number == *right_number;
  const std::optional<std::string_view> left_text = text_of(left);
  const std::optional<std::string_view> right_text = text_of(right);
  if (left_text && right_text)
    return *left_text == *right_text;
  if ((left_text || html_of(left) != nullptr) && (right_text || html_of(right) != nullptr))
    return equal_html(left, right);
  const std::optional<ListReader> left_list = ListReader::of(left);
  const std::optional<ListReader> right_list = ListReader::of(right);
  if (left_list && right_list)
    return equal_lists(*left_list, *right_list, budget, depth + 1);
  const ObjectView* left_object = left.get<ObjectView>();
  const ObjectView* right_object = right.get<ObjectView>();
  if (left_object != nullptr && right_object != nullptr && left_object->data == right_object->data)
    return left_object->type == right_object->type;
  if (has_free_keys(left) && has_free_keys(right))
    return equal_members(left, right, budget, depth + 1);
  if (const bool* truth = left.get<bool>()) {
    const bool* other = right.get<bool>();
    return other != nullptr && *truth == *other;
  }
  return (is_none(left) && is_none(right)) || (is_undefined(left) && is_undefined(right));
}

template <typename T>
int sign(const T& left, const T& right) {
  return left < right ? -1 : right < left ? 1 : 0;
}

int compare_at(const Ref& left, const Ref& right, Budget& budget, int depth) {
  if (depth > kMaxDepth)
    fail_depth();
  budget.step();
  const std::optional<std::int64_t> left_integer = integer_of(left);
  const std::optional<std::int64_t> right_integer = integer_of(right);
  if (left_integer && right_integer)
    return sign(*left_integer, *right_integer);
  const std::optional<double> left_number = number_of(left);
  const std::optional<double> right_number = number_of(right);
  if (left_number && right_number)
    return sign(*left_number, *right_number);
  const std::optional<std::string_view> left_text = text_of(left);
  const std::optional<std::string_view> right_text = text_of(right);
  if (left_text && right_text)
    return sign(*left_text, *right_text);
  const bool* left_truth = left.get<bool>();
  const bool* right_truth = right.get<bool>();
  if (left_truth != nullptr && right_truth != nullptr)
    return sign(*left_truth, *right_truth);
  const std::optional<ListReader> left_list = ListReader::of(left);
  const std::optional<ListReader> right_list = ListReader::of(right);
  if (!left_list || !right_list)
    throw CallError{"cannot order " + kind_name(left) + " and " + kind_name(right), "", "wrong-type"};
  const std::size_t shared = std::min(left_list->size(), right_list->size());
  for (std::size_t i = 0; i < shared; ++i)
    if (const int order = compare_at(left_list->at(i), right_list->at(i), budget, depth + 1))
      return order;
  return sign(left_list->size(), right_list->size());
}

struct SliceRange {
  std::int64_t begin;
  std::int64_t end;
  std::int64_t step;
};

std::optional<std::int64_t> slice_part(const Ref& value) {
  if (is_undefined(value) || is_none(value))
    return std::nullopt;
  const std::optional<std::int64_t> integer = integer_of(value);
  if (!integer)
    throw CallError{"a slice needs whole numbers, not " + kind_name(value), "", "wrong-type"};
  return integer;
}

// Python's rules: negative places count from the end, places outside are moved to the border.
SliceRange slice_range(const Ref& begin, const Ref& end, const Ref& step, std::size_t length) {
  const std::int64_t size = static_cast<std::int64_t>(length);
  SliceRange range{0, 0, slice_part(step).value_or(1)};
  if (range.step == 0)
    throw CallError{"the step of a slice cannot be zero", "", "wrong-argument"};
  const std::int64_t low = range.step > 0 ? 0 : -1;
  const std::int64_t high = range.step > 0 ? size : size - 1;
  const auto place = [&](std::int64_t at) {
    if (at < 0)
      at = at < -size ? -1 : at + size;
    return std::clamp(at, low, high);
  };
  const std::optional<std::int64_t> from = slice_part(begin);
  const std::optional<std::int64_t> to = slice_part(end);
  range.begin = from ? place(*from) : (range.step > 0 ? 0 : size - 1);
  range.end = to ? place(*to) : (range.step > 0 ? size : -1);
  return range;
}

std::vector<std::size_t> slice_places(const SliceRange& range) {
  std::vector<std::size_t> places;
  std::int64_t at = range.begin;
  while (range.step > 0 ? at < range.end : at > range.end) {
    places.push_back(static_cast<std::size_t>(at));
    if (__builtin_add_overflow(at, range.step, &at))
      break;
  }
  return places;
}

Ref slice_text(std::string_view text, const Ref& begin, const Ref& end, const Ref& step, Budget& budget) {
  budget.text(text.size());
  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at < text.size(); at += base::decode_utf8(text, at).size) offsets.push_back(at);
  offsets.push_back(text.size());
  std::string out;
  for (const std::size_t place : slice_places(slice_range(begin, end, step, offsets.size() - 1)))
    out += text.substr(offsets[place], offsets[place + 1] - offsets[place]);
  return Ref::owned(std::move(out));
}

}  // namespace

bool equal(const Ref& left, const Ref& right, Budget& budget) {
  return equal_at(left, right, budget, 0);
}

int compare(const Ref& left, const Ref& right, Budget& budget) {
  return compare_at(left, right, budget, 0);
}

bool contains(const Ref& container, const Ref& item, Budget& budget) {
  if (const std::optional<std::string_view> text = text_of(container)) {
    const std::optional<std::string_view> part = text_of(item);
    if (!part)
      throw CallError{"a text can only contain a text, not " + kind_name(item), "", "wrong-type"};
    budget.steps(text->size() / 64);
    return text->find(*part) != std::string_view::npos;
  }
  if (const std::optional<ListReader> list = ListReader::of(container)) {
    for (std::size_t i = 0; i < list->size(); ++i)
      if (equal(list->at(i), item, budget))
        return true;
    return false;
  }
  if (is_mapping(container)) {
    const std::optional<std::string_view> name = text_of(item);
    return name && !is_undefined(find_field(container, *name));
  }
  throw CallError{"cannot look for something in " + kind_name(container), "", "wrong-type"};
}

bool apply_comparison(ComparisonOperator op, const Ref& left, const Ref& right, Budget& budget) {
  switch (op) {
    case ComparisonOperator::Equal:
      return equal(left, right, budget);
    case ComparisonOperator::NotEqual:
      return !equal(left, right, budget);
    case ComparisonOperator::Less:
      return compare(left, right, budget) < 0;
    case ComparisonOperator::LessEqual:
      return compare(left, right, budget) <= 0;
    case ComparisonOperator::Greater:
      return compare(left, right, budget) > 0;
    case ComparisonOperator::GreaterEqual:
      return compare(left, right, budget) >= 0;
    case ComparisonOperator::In:
      return contains(right, left, budget);
    case ComparisonOperator::NotIn:
      return !contains(right, left, budget);
  }
  return false;
}

Ref slice_value(const Ref& object, const Ref& begin, const Ref& end, const Ref& step, Budget& budget) {
  if (const std::optional<std::string_view> text = text_of(object))
    return slice_text(*text, begin, end, step, budget);
  const std::optional<ListReader> list = ListReader::of(object);
  if (!list)
    throw CallError{"cannot take a slice of " + kind_name(object), "", "wrong-type"};
  budget.list(list->size());
  std::vector<Ref> items;
  for (const std::size_t place : slice_places(slice_range(begin, end, step, list->size())))
    items.push_back(list->at(place));
  return Ref::owned(std::move(items));
}

}  // namespace paperboy::templates
