#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/source.h"

namespace paperboy::value {

class Value;

// One key of an object with the place where the key itself stands.
struct Member;

using Array = std::vector<Value>;

// Members in the order they were written. Keys are unique: readers report repeats; should a key be
// added twice all the same, finding gives the first.
class Object {
 public:
  Object();
  Object(const Object& other);
  Object(Object&& other) noexcept;
  Object& operator=(const Object& other);
  Object& operator=(Object&& other) noexcept;
  ~Object();

  const std::vector<Member>& members() const { return members_; }
  std::size_t size() const;
  // Constant time on average, also for objects of many thousand members.
  const Value* find(std::string_view key) const;
  const Member* find_member(std::string_view key) const;
  void add(Member member);

 private:
  void index(std::uint32_t member);
  void rebuild_index();

  std::vector<Member> members_;
  // Open-addressing hash table of member numbers plus one (0 = free); empty for small objects.
  std::vector<std::uint32_t> slots_;
};

// How a scalar was written. YAML reads plain `2605.03769` as text with Plain: what a plain scalar
// means (number, date, id, truth) is decided by whoever reads the field, so no digit is ever lost.
enum class Style { Plain, Quoted, Block };

// A scalar: its text exactly as written (escapes resolved).
struct Scalar {
  std::string text;
  Style style = Style::Quoted;
};

struct Null {};

// The one dynamic type: what YAML, JSON and front matter are read into. Every value knows its place.
class Value {
 public:
  Value() = default;
  Value(std::variant<Null, Scalar, Array, Object> content, base::SourceSpan span)
      : content_(std::move(content)), span_(span) {}

  bool is_null() const { return std::holds_alternative<Null>(content_); }
  const Scalar* scalar() const { return std::get_if<Scalar>(&content_); }
  const Array* array() const { return std::get_if<Array>(&content_); }
  const Object* object() const { return std::get_if<Object>(&content_); }
  Object* object() { return std::get_if<Object>(&content_); }
  Array* array() { return std::get_if<Array>(&content_); }
  base::SourceSpan span() const { return span_; }

  // "text", "a list", "a mapping", "nothing": for messages.
  std::string_view kind_name() const;

 private:
  std::variant<Null, Scalar, Array, Object> content_;
  base::SourceSpan span_;
};

struct Member {
  std::string key;
  base::SourceSpan key_span;
  Value value;
};

// Only here, where a member is known.
inline Object::Object() = default;
inline Object::Object(const Object& other) = default;
inline Object::Object(Object&& other) noexcept = default;
inline Object& Object::operator=(const Object& other) = default;
inline Object& Object::operator=(Object&& other) noexcept = default;
inline Object::~Object() = default;

// JSON numbers, true and false are read as Plain scalars, JSON strings as Quoted ones, so that one
// set of field readers serves all formats.

}  // namespace paperboy::value
