#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/html.h"
#include "base/source.h"

namespace paperboy::templates {

class Ref;
struct Type;

// An interned name: equal names have equal numbers, so finding a field compares numbers.
class Symbol {
 public:
  Symbol() = default;
  // Finds or makes the symbol of a name. Safe from several threads.
  static Symbol of(std::string_view name);
  // The symbol of a name that somebody has asked for before; otherwise the empty symbol.
  static Symbol find(std::string_view name);
  std::string_view name() const;
  friend bool operator==(Symbol, Symbol) = default;
  std::uint32_t number() const { return number_; }

 private:
  std::uint32_t number_ = 0;
};

// A list that is read in place: `data` is given back to the two functions.
struct ListView {
  const void* data = nullptr;
  std::size_t (*size)(const void* data) = nullptr;
  Ref (*at)(const void* data, std::size_t index) = nullptr;
};

// A C++ object that is read in place through the fields of its type.
struct ObjectView {
  const void* data = nullptr;
  const Type* type = nullptr;
};

struct None {};
// What an unknown name or field gives. Printing it is an error that names the nearest known name;
// `is defined`, `default` and `if` accept it. It remembers what was asked for, so that the error can be
// exact wherever the value is used in the end.
struct Undefined {
  Symbol name;
  const Type* type = nullptr;    // of the object that has no such field; null for a name or a list
  const void* object = nullptr;  // that object
};

// Thrown by functions and filters for a wrong use: becomes an error at the place of the call.
struct CallError {
  std::string message;
  std::string hint;
  std::string code = "wrong-argument";
};

// Lists, mappings and text that a template itself makes; shared, never changed once made.
struct OwnedList;
struct OwnedMap;
struct Callable;  // a macro, caller() or a function of the environment

// A value as templates see it: small, cheap to copy. Views point into objects of the caller, which
// must outlive rendering.
class Ref {
 public:
  using Content = std::variant<Undefined, None, bool, std::int64_t, double, std::string_view,
                               const base::Html*, ListView, ObjectView, std::shared_ptr<const std::string>,
                               std::shared_ptr<const base::Html>, std::shared_ptr<const OwnedList>,
                               std::shared_ptr<const OwnedMap>, std::shared_ptr<const Callable>>;

  Ref() = default;
  Ref(None) : content_(None{}) {}
  Ref(bool value) : content_(value) {}
  Ref(std::int64_t value) : content_(value) {}
  Ref(int value) : content_(static_cast<std::int64_t>(value)) {}
  Ref(unsigned value) : content_(static_cast<std::int64_t>(value)) {}
  Ref(std::size_t value) : content_(static_cast<std::int64_t>(value)) {}
  Ref(double value) : content_(value) {}
  // Points to text that outlives rendering.
  Ref(std::string_view value) : content_(value) {}
  Ref(const std::string& value) : content_(std::string_view(value)) {}
  Ref(const char* value) : content_(std::string_view(value)) {}
  // Safe HTML that outlives rendering: printed without escaping.
  Ref(const base::Html& value) : content_(&value) {}
  Ref(ListView list) : content_(list) {}
  Ref(ObjectView object) : content_(object) {}

  // For values made on the fly. Lists and maps nested deeper than kMaxValueDepth throw CallError.
  static Ref owned(std::string text);
  static Ref owned(base::Html html);
  static Ref owned(std::vector<Ref> list);
  static Ref owned(std::vector<std::pair<Symbol, Ref>> map);

  explicit Ref(Content content) : content_(std::move(content)) {}
  const Content& content() const { return content_; }

 private:
  Content content_;
};

// Deeper values would make destruction and printing recurse without bound.
inline constexpr std::size_t kMaxValueDepth = 64;

// `depth` is one more than that of the deepest value inside.
struct OwnedList {
  std::vector<Ref> items;
  std::size_t depth = 1;
};
struct OwnedMap {
  std::vector<std::pair<Symbol, Ref>> members;
  std::size_t depth = 1;
};

// One field of a C++ type, read by a function without state.
struct Field {
  Symbol name;
  Ref (*get)(const void* object);
};

// Describes a C++ type to templates. Made once per type, normally as a function-local static.
struct Type {
  std::string_view name;  // as documented for layout authors: "paper"
  std::vector<Field> fields;
  // Where the object's data came from, for error messages ("value from content/…:12:3"); may be null.
  base::SourceSpan (*origin)(const void* object) = nullptr;
  // For map-like objects (free keys): looked up when no field has the name; may be null.
  Ref (*lookup)(const void* object, std::string_view key) = nullptr;
  // For map-like objects that can be looped over as `for key, value in object`; may be null.
  std::vector<std::pair<std::string_view, Ref>> (*items)(const void* object) = nullptr;

  const Field* find(Symbol name) const;
};

// Overload `const Type& type_of(const T*)` in the namespace of T (found by argument-dependent lookup)
// to let templates read T.
template <typename T>
Ref ref(const T& object) {
  return Ref(ObjectView{&object, &type_of(static_cast<const T*>(nullptr))});
}

// What one element of a list becomes; scalars go by their constructors, structs by type_of.
template <typename T>
Ref element_ref(const T& element) {
  if constexpr (std::is_convertible_v<const T&, Ref>) {
    return Ref(element);
  } else {
    return ref(element);
  }
}
template <typename T>
Ref element_ref(T* const& element) {
  return element_ref(*element);
}

// A vector of scalars, structs or pointers to structs, read in place.
template <typename T>
Ref list_ref(const std::vector<T>& items) {
  return Ref(ListView{&items,
                      [](const void* data) { return static_cast<const std::vector<T>*>(data)->size(); },
                      [](const void* data, std::size_t index) {
                        return element_ref((*static_cast<const std::vector<T>*>(data))[index]);
                      }});
}

// For Type tables: field<Paper>("title", [](const Paper& p) { return Ref(p.title); }).
template <typename T, typename Get>
Field field(std::string_view name, Get) {
  static_assert(std::is_empty_v<Get>, "a field getter has no state");
  return Field{Symbol::of(name),
               [](const void* object) -> Ref { return Get{}(*static_cast<const T*>(object)); }};
}

}  // namespace paperboy::templates
