#include "templates/value_ref.h"

#include <charconv>

#include "templates/reading.h"

namespace paperboy::templates {
namespace {

Ref scalar_ref(const value::Scalar& scalar) {
  const std::string& text = scalar.text;
  if (scalar.style != value::Style::Plain)
    return Ref(text);
  if (text == "true" || text == "false")
    return Ref(text == "true");
  const char* const end = text.data() + text.size();
  std::int64_t integer = 0;
  if (std::from_chars(text.data(), end, integer).ptr == end && std::to_string(integer) == text)
    return Ref(integer);
  double number = 0;
  const std::from_chars_result parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec == std::errc() && parsed.ptr == end && format_number(number) == text)
    return Ref(number);
  return Ref(text);
}

Ref find_member(const void* object, std::string_view key) {
  const value::Value* found = static_cast<const value::Object*>(object)->find(key);
  return found != nullptr ? value_ref(*found) : Ref();
}

std::vector<std::pair<std::string_view, Ref>> all_members(const void* object) {
  std::vector<std::pair<std::string_view, Ref>> members;
  for (const value::Member& member : static_cast<const value::Object*>(object)->members())
    members.emplace_back(member.key, value_ref(member.value));
  return members;
}

base::SourceSpan first_key(const void* object) {
  const auto& members = static_cast<const value::Object*>(object)->members();
  return members.empty() ? base::SourceSpan{} : members.front().key_span;
}

}  // namespace

Ref value_ref(const value::Value& value) {
  if (const value::Scalar* scalar = value.scalar())
    return scalar_ref(*scalar);
  if (const value::Object* object = value.object())
    return ref(*object);
  if (const value::Array* array = value.array())
    return Ref(ListView{array,
                        [](const void* data) { return static_cast<const value::Array*>(data)->size(); },
                        [](const void* data, std::size_t index) {
                          return value_ref((*static_cast<const value::Array*>(data))[index]);
                        }});
  return Ref(None{});
}

}  // namespace paperboy::templates

namespace paperboy::value {

const templates::Type& type_of(const Object*) {
  static const templates::Type type{
      "mapping", {}, templates::first_key, templates::find_member, templates::all_members};
  return type;
}

}  // namespace paperboy::value
