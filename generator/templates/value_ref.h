#pragma once

#include "templates/ref.h"
#include "value/value.h"

namespace paperboy::templates {

// Data read from YAML, JSON or front matter, in place: objects as mappings, arrays as lists. A plain
// scalar that is the shortest form of a number, or true or false, is read as such; all others are text,
// so that no digit of 2605.03760 is lost.
Ref value_ref(const value::Value& value);

}  // namespace paperboy::templates

namespace paperboy::value {

// For objects: field<T>("extra", [](const T& t) { return templates::value_ref(t.extra); }) serves all kinds.
const templates::Type& type_of(const Object*);

}  // namespace paperboy::value
