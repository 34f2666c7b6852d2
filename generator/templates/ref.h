#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/html.h"
#include "base/source.h"

namespace paperboy::templates {

class Ref;
struct Type;

// An interned name: equal names are one entry of a table, so finding a field compares addresses, and a name
// is read without a lock.
class Symbol {
 public:
  struct Entry {
    std::string name;
    std::uint32_t number;
  };

  Symbol() = default;
  // Finds or makes the symbol of a name. Safe from several threads.
  static Symbol of(std::string_view name);
  // The symbol of a name that somebody has asked for before; otherwise the empty symbol.
  static Symbol find(std::string_view name);
  std::string_view name() const { return entry_ == nullptr ? std::string_view() : entry_->name; }
  friend bool operator==(Symbol, Symbol) = default;
  // In the order of their making; 0 for the empty name.
  std::uint32_t number() const { return entry_ == nullptr ? 0 : entry_->number; }

 private:
  const Entry* entry_ = nullptr;  // null for the empty name
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
struct OwnedText;
struct OwnedHtml;
struct OwnedList;
struct OwnedMap;
struct Callable;  // a macro, caller() or a function of the environment

// What owned values have in common. Threads may share those that the compiler made.
struct Shared {
  Shared() = default;
  // A copy has holders of its own.
  Shared(const Shared&) noexcept {}
  Shared& operator=(const Shared&) noexcept { return *this; }

  mutable std::atomic<std::uint32_t> holders{0};
};

// A value as templates see it: small, cheap to copy. Views point into objects of the caller, which
// must outlive rendering.
class Ref {
 public:
  enum class Kind : std::uint8_t {
    Undefined,
    None,
    Truth,
    Integer,
    Number,
    Text,
    Html,
    List,
    Object,
    OwnedText,  // this and those below are Shared
    OwnedHtml,
    OwnedList,
    OwnedMap,
    Callable,
  };

  Ref() = default;
  Ref(Undefined missing) { content_.undefined = missing; }
  Ref(None) : kind_(Kind::None) {}
  Ref(bool value) : kind_(Kind::Truth) { content_.truth = value; }
  Ref(std::int64_t value) : kind_(Kind::Integer) { content_.integer = value; }
  Ref(int value) : Ref(static_cast<std::int64_t>(value)) {}
  Ref(unsigned value) : Ref(static_cast<std::int64_t>(value)) {}
  Ref(std::size_t value) : Ref(static_cast<std::int64_t>(value)) {}
  Ref(double value) : kind_(Kind::Number) { content_.number = value; }
  // Points to text that outlives rendering.
  Ref(std::string_view value) : kind_(Kind::Text) { content_.text = value; }
  Ref(const std::string& value) : Ref(std::string_view(value)) {}
  Ref(const char* value) : Ref(std::string_view(value)) {}
  // Safe HTML that outlives rendering: printed without escaping.
  Ref(const base::Html& value) : kind_(Kind::Html) { content_.html = &value; }
  Ref(ListView list) : kind_(Kind::List) { content_.list = list; }
  Ref(ObjectView object) : kind_(Kind::Object) { content_.object = object; }

  Ref(const Ref& other) noexcept : content_(other.content_), kind_(other.kind_) { hold(); }
  Ref(Ref&& other) noexcept : content_(other.content_), kind_(other.kind_) { other.kind_ = Kind::None; }
  // By way of a copy: what is assigned may be a part of what is given up.
  Ref& operator=(const Ref& other) noexcept { return *this = Ref(other); }
  Ref& operator=(Ref&& other) noexcept {
    std::swap(content_, other.content_);
    std::swap(kind_, other.kind_);
    return *this;
  }
  ~Ref() { let_go(); }

  // For values made on the fly. Lists and maps nested deeper than kMaxValueDepth throw CallError.
  static Ref owned(std::string text);
  static Ref owned(base::Html html);
  static Ref owned(std::vector<Ref> list);
  static Ref owned(std::vector<std::pair<Symbol, Ref>> map);
  static Ref owned(templates::Callable callable);

  Kind kind() const { return kind_; }
  // What it holds when that is a T; otherwise null. T is a scalar, a view or an owned value.
  template <typename T>
  const T* get() const;

 private:
  union Content {
    Content() : undefined{} {}

    Undefined undefined;
    bool truth;
    std::int64_t integer;
    double number;
    std::string_view text;
    const base::Html* html;
    ListView list;
    ObjectView object;
    const Shared* shared;
  };

  Ref(Kind kind, const Shared* shared) : kind_(kind) {
    content_.shared = shared;
    hold();
  }
  template <typename T>
  static constexpr Kind kind_of();
  bool is_shared() const { return kind_ >= Kind::OwnedText; }
  void hold() const {
    if (is_shared())
      content_.shared->holders.fetch_add(1, std::memory_order_relaxed);
  }
  void let_go() const {
    if (is_shared() && content_.shared->holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
      destroy();
  }
  void destroy() const;

  Content content_;
  Kind kind_ = Kind::Undefined;
};

// Deeper values would make destruction and printing recurse without bound.
inline constexpr std::size_t kMaxValueDepth = 64;

struct OwnedText : Shared {
  explicit OwnedText(std::string made) : text(std::move(made)) {}
  std::string text;
};
struct OwnedHtml : Shared {
  explicit OwnedHtml(base::Html made) : html(std::move(made)) {}
  base::Html html;
};
// `depth` is one more than that of the deepest value inside.
struct OwnedList : Shared {
  OwnedList(std::vector<Ref> made, std::size_t deep) : items(std::move(made)), depth(deep) {}
  std::vector<Ref> items;
  std::size_t depth;
};
struct OwnedMap : Shared {
  OwnedMap(std::vector<std::pair<Symbol, Ref>> made, std::size_t deep)
      : members(std::move(made)), depth(deep) {}
  std::vector<std::pair<Symbol, Ref>> members;
  std::size_t depth;
};

template <typename T>
constexpr Ref::Kind Ref::kind_of() {
  // clang-format off
  return std::is_same_v<T, Undefined> ? Kind::Undefined
       : std::is_same_v<T, None> ? Kind::None
       : std::is_same_v<T, bool> ? Kind::Truth
       : std::is_same_v<T, std::int64_t> ? Kind::Integer
       : std::is_same_v<T, double> ? Kind::Number
       : std::is_same_v<T, std::string_view> ? Kind::Text
       : std::is_same_v<T, base::Html> ? Kind::Html
       : std::is_same_v<T, ListView> ? Kind::List
       : std::is_same_v<T, ObjectView> ? Kind::Object
       : std::is_same_v<T, OwnedText> ? Kind::OwnedText
       : std::is_same_v<T, OwnedHtml> ? Kind::OwnedHtml
       : std::is_same_v<T, OwnedList> ? Kind::OwnedList
       : std::is_same_v<T, OwnedMap> ? Kind::OwnedMap
       : Kind::Callable;
  // clang-format on
}

template <typename T>
const T* Ref::get() const {
  if (kind_ != kind_of<T>())
    return nullptr;
  if constexpr (std::is_base_of_v<Shared, T>)
    return static_cast<const T*>(content_.shared);
  else if constexpr (std::is_same_v<T, base::Html>)
    return content_.html;
  else
    return reinterpret_cast<const T*>(&content_);  // every member begins where the union does
}

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
  // `lookup` for those who keep their keys as symbols, besides it; may be null.
  Ref (*member)(const void* object, Symbol name) = nullptr;

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
