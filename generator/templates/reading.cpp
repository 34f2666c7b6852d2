#include "templates/reading.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "templates/callable.h"

namespace paperboy::templates {
namespace {

using OwnedText = std::shared_ptr<const std::string>;
using OwnedHtml = std::shared_ptr<const base::Html>;
using OwnedListPtr = std::shared_ptr<const OwnedList>;
using OwnedMapPtr = std::shared_ptr<const OwnedMap>;
using CallablePtr = std::shared_ptr<const Callable>;

template <typename T>
const T* get(const Ref& value) {
  return std::get_if<T>(&value.content());
}

Ref undefined(Symbol name, const ObjectView* object) {
  Undefined missing;
  missing.name = name;
  if (object != nullptr) {
    missing.type = object->type;
    missing.object = object->data;
  }
  return Ref(Ref::Content(missing));
}

}  // namespace

std::string kind_name(const Ref& value) {
  if (const ObjectView* object = get<ObjectView>(value)) {
    const std::string_view name = object->type->name;
    const bool vowel = !name.empty() && std::string_view("aeiou").find(name[0]) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string(name);
  }
  // In the order of Ref::Content.
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
  return std::string(kNames[value.content().index()]);
}

bool is_undefined(const Ref& value) {
  return get<Undefined>(value) != nullptr;
}
bool is_none(const Ref& value) {
  return get<None>(value) != nullptr;
}

bool is_true(const Ref& value) {
  if (const bool* truth = get<bool>(value))
    return *truth;
  if (const std::int64_t* integer = get<std::int64_t>(value))
    return *integer != 0;
  if (const double* number = get<double>(value))
    return *number != 0;
  if (const std::optional<std::string_view> text = text_of(value))
    return !text->empty();
  if (const base::Html* html = html_of(value))
    return !html->empty();
  if (const std::optional<ListReader> list = ListReader::of(value))
    return list->size() > 0;
  if (const OwnedMapPtr* map = get<OwnedMapPtr>(value))
    return !(*map)->members.empty();
  if (has_free_keys(value))
    return length_of(value) != std::size_t{0};
  return !is_undefined(value) && !is_none(value);
}

std::optional<std::string_view> text_of(const Ref& value) {
  if (const std::string_view* text = get<std::string_view>(value))
    return *text;
  if (const OwnedText* text = get<OwnedText>(value))
    return std::string_view(**text);
  return std::nullopt;
}

const base::Html* html_of(const Ref& value) {
  if (const base::Html* const* html = get<const base::Html*>(value))
    return *html;
  if (const OwnedHtml* html = get<OwnedHtml>(value))
    return html->get();
  return nullptr;
}

std::optional<std::int64_t> integer_of(const Ref& value) {
  const std::int64_t* integer = get<std::int64_t>(value);
  return integer != nullptr ? std::optional(*integer) : std::nullopt;
}

std::optional<double> number_of(const Ref& value) {
  if (const std::int64_t* integer = get<std::int64_t>(value))
    return static_cast<double>(*integer);
  const double* number = get<double>(value);
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

bool is_mapping(const Ref& value) {
  return get<OwnedMapPtr>(value) != nullptr || get<ObjectView>(value) != nullptr;
}

std::optional<ListReader> ListReader::of(const Ref& value) {
  ListReader reader;
  if (const ListView* view = get<ListView>(value))
    reader.view_ = *view;
  else if (const OwnedListPtr* list = get<OwnedListPtr>(value))
    reader.owned_ = list->get();
  else
    return std::nullopt;
  return reader;
}

Ref find_field(const Ref& value, Symbol name) {
  if (const ObjectView* object = get<ObjectView>(value)) {
    if (const Field* field = object->type->find(name))
      return field->get(object->data);
    if (object->type->lookup != nullptr) {
      Ref found = object->type->lookup(object->data, name.name());
      if (!is_undefined(found))
        return found;
    }
    return undefined(name, object);
  }
  if (const OwnedMapPtr* map = get<OwnedMapPtr>(value))
    for (const auto& [key, member] : (*map)->members)
      if (key == name)
        return member;
  return undefined(name, nullptr);
}

Ref find_field(const Ref& value, std::string_view name) {
  const Symbol symbol = Symbol::find(name);
  if (symbol != Symbol() || name.empty())
    return find_field(value, symbol);
  const ObjectView* object = get<ObjectView>(value);
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
  if (const OwnedMapPtr* map = get<OwnedMapPtr>(value)) {
    for (const auto& [name, member] : (*map)->members) members.emplace_back(name.name(), member);
    return members;
  }
  const ObjectView* object = get<ObjectView>(value);
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
  if (const ObjectView* object = get<ObjectView>(value))
    for (const Field& field : object->type->fields) names.push_back(field.name.name());
  if (has_free_keys(value)) {
    const auto members = members_of(value);
    names.clear();
    for (const auto& [name, member] : *members) names.push_back(name);
  }
  return names;
}

bool has_free_keys(const Ref& value) {
  if (get<OwnedMapPtr>(value) != nullptr)
    return true;
  const ObjectView* object = get<ObjectView>(value);
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
  if (const bool* truth = get<bool>(value))
    return *truth ? "true" : "false";
  if (const std::int64_t* integer = get<std::int64_t>(value))
    return std::to_string(*integer);
  if (const double* number = get<double>(value))
    return format_number(*number);
  if (is_none(value))
    return std::string();
  return std::nullopt;
}

}  // namespace paperboy::templates
