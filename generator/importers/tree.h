#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "value/value.h"

namespace paperboy::importers {

// Builds the trees that are written as content. A text keeps the span of the input it was taken from: that
// is how the proof that nothing was lost finds it again. Derived texts (a date out of a file's name) have no
// span.
value::Value text_value(std::string text, base::SourceSpan span = {},
                        value::Style style = value::Style::Quoted);
// Written without quotes: a number, a truth value, a date.
value::Value plain_value(std::string text, base::SourceSpan span = {});
value::Value list_value(value::Array elements, base::SourceSpan span = {});

// Null, "", [], {}, and lists and mappings that hold nothing else.
bool says_nothing(const value::Value& value);
// The text of a scalar; empty for all else.
std::string_view scalar_text(const value::Value* value);

// A mapping in the making: keys in the order in which they were first set.
class Mapping {
 public:
  Mapping() = default;
  explicit Mapping(const value::Object& object) : members_(object.members()) {}

  // A value that says nothing is left out, unless `set_empty` is used.
  Mapping& set(std::string_view key, value::Value value);
  Mapping& set_empty(std::string_view key, value::Value value);
  // The same for a value that may be missing.
  Mapping& set_given(std::string_view key, const value::Value* value);
  // All members of an object.
  Mapping& set_all(const value::Object& object);
  void erase(std::string_view key);

  value::Value* find(std::string_view key);
  // `key`, with as many `_` behind it as it takes to be new here.
  std::string unused(std::string_view key);
  bool empty() const { return members_.empty(); }
  value::Value build(base::SourceSpan span = {}) const;

 private:
  std::vector<value::Member> members_;
};

// Takes known fields out of a mapping of the input, so that what nobody asked for can be kept under its own
// name.
class Fields {
 public:
  // Anything that is no mapping has no fields.
  explicit Fields(const value::Value& value) : object_(value.object()) {}

  // Null when the key is absent.
  const value::Value* take(std::string_view key);
  // Takes it if it is a mapping; anything else stays in the rest, and null is returned.
  const value::Value* take_mapping(std::string_view key);
  // Looks without taking.
  const value::Value* find(std::string_view key) const;
  // What was not taken and says something, in its order.
  value::Value rest() const;

 private:
  const value::Object* object_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace paperboy::importers
