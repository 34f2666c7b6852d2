#include "importers/tree.h"

#include <algorithm>

namespace paperboy::importers {

value::Value text_value(std::string text, base::SourceSpan span, value::Style style) {
  return {value::Scalar{std::move(text), style}, span};
}

value::Value plain_value(std::string text, base::SourceSpan span) {
  return text_value(std::move(text), span, value::Style::Plain);
}

value::Value list_value(value::Array elements, base::SourceSpan span) {
  return {std::move(elements), span};
}

bool says_nothing(const value::Value& value) {
  if (const value::Scalar* scalar = value.scalar())
    return scalar->text.empty();
  if (const value::Array* array = value.array())
    return std::all_of(array->begin(), array->end(), says_nothing);
  if (const value::Object* object = value.object())
    return std::all_of(object->members().begin(), object->members().end(),
                       [](const value::Member& member) { return says_nothing(member.value); });
  return true;
}

std::string_view scalar_text(const value::Value* value) {
  if (value == nullptr || value->scalar() == nullptr)
    return {};
  return value->scalar()->text;
}

Mapping& Mapping::set(std::string_view key, value::Value value) {
  return says_nothing(value) ? *this : set_empty(key, std::move(value));
}

Mapping& Mapping::set_empty(std::string_view key, value::Value value) {
  if (value::Value* present = find(key))
    *present = std::move(value);
  else
    members_.push_back({std::string(key), {}, std::move(value)});
  return *this;
}

Mapping& Mapping::set_given(std::string_view key, const value::Value* value) {
  return value == nullptr ? *this : set(key, *value);
}

Mapping& Mapping::set_all(const value::Object& object) {
  for (const value::Member& member : object.members()) set(member.key, member.value);
  return *this;
}

void Mapping::erase(std::string_view key) {
  std::erase_if(members_, [&](const value::Member& member) { return member.key == key; });
}

value::Value* Mapping::find(std::string_view key) {
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [&](const value::Member& member) { return member.key == key; });
  return found == members_.end() ? nullptr : &found->value;
}

std::string Mapping::unused(std::string_view key) {
  std::string name(key);
  while (find(name) != nullptr) name += '_';
  return name;
}

value::Value Mapping::build(base::SourceSpan span) const {
  value::Object object;
  for (const value::Member& member : members_) object.add(member);
  return {std::move(object), span};
}

const value::Value* Fields::take(std::string_view key) {
  taken_.emplace(key);
  return find(key);
}

const value::Value* Fields::take_mapping(std::string_view key) {
  const value::Value* found = find(key);
  return found == nullptr || found->object() == nullptr ? nullptr : take(key);
}

const value::Value* Fields::find(std::string_view key) const {
  return object_ == nullptr ? nullptr : object_->find(key);
}

value::Value Fields::rest() const {
  Mapping rest;
  if (object_ != nullptr)
    for (const value::Member& member : object_->members())
      if (!taken_.contains(member.key))
        rest.set(member.key, member.value);
  return rest.build();
}

}  // namespace paperboy::importers
