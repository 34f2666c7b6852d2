#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/ref.h"

namespace paperboy::templates {

// Questions about a value.

// For messages, with an article: "a text", "a number", "a list", "a paper".
std::string kind_name(const Ref& value);
inline bool is_undefined(const Ref& value) {
  return value.kind() == Ref::Kind::Undefined;
}
inline bool is_none(const Ref& value) {
  return value.kind() == Ref::Kind::None;
}
// Empty text, lists and mappings, zero, none and undefined values are false.
bool is_true(const Ref& value);

// Plain text; nothing for Html.
inline std::optional<std::string_view> text_of(const Ref& value) {
  if (const std::string_view* text = value.get<std::string_view>())
    return *text;
  if (const OwnedText* text = value.get<OwnedText>())
    return std::string_view(text->text);
  return std::nullopt;
}
inline const base::Html* html_of(const Ref& value) {
  if (const OwnedHtml* html = value.get<OwnedHtml>())
    return &html->html;
  return value.get<base::Html>();
}
inline std::optional<std::int64_t> integer_of(const Ref& value) {
  const std::int64_t* integer = value.get<std::int64_t>();
  return integer != nullptr ? std::optional(*integer) : std::nullopt;
}
// Integers too.
std::optional<double> number_of(const Ref& value);
bool is_mapping(const Ref& value);

// A list wherever its items are; valid while the value it was made from lives.
class ListReader {
 public:
  static std::optional<ListReader> of(const Ref& value);
  std::size_t size() const { return owned_ ? owned_->items.size() : view_.size(view_.data); }
  Ref at(std::size_t index) const { return owned_ ? owned_->items[index] : view_.at(view_.data, index); }

 private:
  const OwnedList* owned_ = nullptr;
  ListView view_;
};

// Field or member `name`; an Undefined that remembers what was asked for when there is none.
Ref find_field(const Ref& object, Symbol name);
// The same by text: the name is not remembered among the symbols when it is unknown.
Ref find_field(const Ref& object, std::string_view name);
// "a.b.c" from the inside of each value in turn, for the attribute= of filters.
Ref find_path(const Ref& object, std::string_view path);
// Members of a mapping in its order; of an object all its fields. Nothing for other values.
std::optional<std::vector<std::pair<std::string_view, Ref>>> members_of(const Ref& value);
// The names find_field knows for this value, for hints.
std::vector<std::string_view> field_names(const Ref& value);
// Whether `for key, value in …` may go over it: maps, and objects with free keys.
bool has_free_keys(const Ref& value);
// Items of a list, members of a mapping, characters of a text.
std::optional<std::size_t> length_of(const Ref& value);

// "12", "0.5", "1.0": the shortest form that reads back as the same number.
std::string format_number(double value);
void append_number(std::string& out, std::int64_t value);
// What printing gives without any escaping; nothing for lists, mappings, calls and undefined values.
std::optional<std::string> plain_text(const Ref& value);

}  // namespace paperboy::templates
