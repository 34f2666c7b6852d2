#include "templates/reading.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "templates/callable.h"

namespace paperboy::templates {
namespace {

Ref undefined(Symbol name, const ObjectView* object) {
  Undefined missing;
  missing.name = name;
  if (object != nullptr) {
    missing.type = object->type;
    missing.object = object->data;
  }
  return Ref(missing);
}

// What an object has besides the fields of its type.
Ref free_field(const ObjectView& object, Symbol name) {
  if (object.type->member != nullptr)
    return object.type->member(object.data, name);
  return object.type->lookup != nullptr ? object.type->lookup(object.data, name.name()) : Ref();
}

}  // namespace

std::string kind_name(const Ref& value) {
  if (const ObjectView* object = value.get<ObjectView>()) {
    const std::string_view name = object->type->name;
    const bool vowel = !name.empty() && std::string_view("aeiou").find(name[0]) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string(name);
  }
  // In the order of Ref::Kind.
  static constexpr std::array<std::string_view, 14> kNames{"an undefined value",
                                                           "none",
                                                           "true or false",
                                                           "a number",
                                                           "a number",
                                                           "a text",
                                                           "HTML",
                                                           "a list",
                                                           "",
                                                           "a text",
                                                           "HTML",
                                                           "a list",
                                                           "a mapping",
                                                           "a macro"};
  return std::string(kNames[static_cast<std::size_t>(value.kind())]);
}

bool is_true(const Ref& value) {
  switch (value.kind()) {
    case Ref::Kind::Undefined:
    case Ref::Kind::None:
      return false;
    case Ref::Kind::Truth:
      return *value.get<bool>();
    case Ref::Kind::Integer:
      return *value.get<std::int64_t>() != 0;
    case Ref::Kind::Number:
      return *value.get<double>() != 0;
    case Ref::Kind::Text:
    case Ref::Kind::OwnedText:
      return !text_of(value)->empty();
    case Ref::Kind::Html:
    case Ref::Kind::OwnedHtml:
      return !html_of(value)->empty();
    case Ref::Kind::List:
    case Ref::Kind::OwnedList:
      return ListReader::of(value)->size() > 0;
    case Ref::Kind::OwnedMap:
      return !value.get<OwnedMap>()->members.empty();
    case Ref::Kind::Object:
      return !has_free_keys(value) || length_of(value) != std::size_t{0};
    case Ref::Kind::Callable:
      return true;
  }
  return true;
}

std::optional<double> number_of(const Ref& value) {
  if (const std::int64_t* integer = value.get<std::int64_t>())
    return static_cast<double>(*integer);
  const double* number = value.get<double>();
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

bool is_mapping(const Ref& value) {
  return value.get<OwnedMap>() != nullptr || value.get<ObjectView>() != nullptr;
}

std::optional<ListReader> ListReader::of(const Ref& value) {
  ListReader reader;
  if (const ListView* view = value.get<ListView>())
    reader.view_ = *view;
  else if (const OwnedList* list = value.get<OwnedList>())
    reader.owned_ = list;
  else
    return std::nullopt;
  return reader;
}

Ref find_field(const Ref& value, Symbol name) {
  if (const ObjectView* object = value.get<ObjectView>()) {
    if (const Field* field = object->type->find(name))
      return field->get(object->data);
    Ref found = free_field(*object, name);
    return is_undefined(found) ? undefined(name, object) : found;
  }
  if (const OwnedMap* map = value.get<OwnedMap>())
    for (const auto& [key, member] : map->members)
      if (key == name)
        return member;
  return undefined(name, nullptr);
}

Ref find_field(const Ref& value, std::string_view name) {
  const Symbol symbol = Symbol::find(name);
  if (symbol != Symbol() || name.empty())
    return find_field(value, symbol);
  const ObjectView* object = value.get<ObjectView>();
  if (object != nullptr && object->type->lookup != nullptr) {
    Ref found = object->type->lookup(object->data, name);
    if (!is_undefined(found))
      return found;
  }
  return undefined(Symbol(), object);
}

Ref find_path(const Ref& value, std::string_view path) {
  Ref current = value;
  for (const std::string_view name : base::split(path, '.')) {
    std::size_t index = 0;
    const std::from_chars_result parsed = std::from_chars(name.data(), name.data() + name.size(), index);
    const std::optional<ListReader> list = ListReader::of(current);
    if (list && !name.empty() && parsed.ptr == name.data() + name.size())
      current = index < list->size() ? list->at(index) : Ref();
    else
      current = find_field(current, name);
    if (is_undefined(current))
      break;
  }
  return current;
}

std::optional<std::vector<std::pair<std::string_view, Ref>>> members_of(const Ref& value) {
  std::vector<std::pair<std::string_view, Ref>> members;
  if (const OwnedMap* map = value.get<OwnedMap>()) {
    for (const auto& [name, member] : map->members) members.emplace_back(name.name(), member);
    return members;
  }
  const ObjectView* object = value.get<ObjectView>();
  if (object == nullptr)
    return std::nullopt;
  for (const Field& field : object->type->fields)
    members.emplace_back(field.name.name(), field.get(object->data));
  if (object->type->items != nullptr)
    for (auto& item : object->type->items(object->data)) members.push_back(std::move(item));
  return members;
}

std::vector<std::string_view> field_names(const Ref& value) {
  std::vector<std::string_view> names;
  if (const ObjectView* object = value.get<ObjectView>())
    for (const Field& field : object->type->fields) names.push_back(field.name.name());
  if (has_free_keys(value)) {
    const auto members = members_of(value);
    names.clear();
    for (const auto& [name, member] : *members) names.push_back(name);
  }
  return names;
}

bool has_free_keys(const Ref& value) {
  if (value.get<OwnedMap>() != nullptr)
    return true;
  const ObjectView* object = value.get<ObjectView>();
  return object != nullptr && object->type->items != nullptr;
}

std::optional<std::size_t> length_of(const Ref& value) {
  if (const std::optional<std::string_view> text = text_of(value))
    return base::count_characters(*text);
  if (const std::optional<ListReader> list = ListReader::of(value))
    return list->size();
  if (has_free_keys(value))
    return members_of(value)->size();
  return std::nullopt;
}

std::string format_number(double value) {
  std::array<char, 32> buffer;
  const std::to_chars_result end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  std::string text(buffer.data(), end.ptr);
  if (text.find_first_not_of("-0123456789") == std::string::npos)
    text += ".0";
  return text;
}

void append_number(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  const std::to_chars_result end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), end.ptr);
}

std::optional<std::string> plain_text(const Ref& value) {
  if (const std::optional<std::string_view> text = text_of(value))
    return std::string(*text);
  if (const base::Html* html = html_of(value))
    return html->str();
  if (const bool* truth = value.get<bool>())
    return *truth ? "true" : "false";
  if (const std::int64_t* integer = value.get<std::int64_t>())
    return std::to_string(*integer);
  if (const double* number = value.get<double>())
    return format_number(*number);
  if (is_none(value))
    return std::string();
  return std::nullopt;
}

}  // namespace paperboy::templates
