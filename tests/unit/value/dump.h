#pragma once

#include <string>

#include "value/value.h"

namespace paperboy::value {

// A value as one line a node: its place as begin-end in lines and columns, what it is, its text.
inline std::string place_of(base::SourceSpan span) {
  const base::Position begin = span.source->position(span.begin);
  const base::Position end = span.source->position(span.end);
  return std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-" + std::to_string(end.line) +
         ":" + std::to_string(end.column);
}

inline std::string visible(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

inline void dump(const Value& value, const std::string& indent, std::string& out) {
  if (const Scalar* scalar = value.scalar()) {
    const char* style = scalar->style == Style::Plain    ? "plain"
                        : scalar->style == Style::Quoted ? "quoted"
                                                         : "block";
    out += std::string(style) + " <" + visible(scalar->text) + "> " + place_of(value.span()) + "\n";
  } else if (const Array* array = value.array()) {
    out += "list " + place_of(value.span()) + "\n";
    for (const Value& item : *array) {
      out += indent + "  - ";
      dump(item, indent + "  ", out);
    }
  } else if (const Object* object = value.object()) {
    out += "mapping " + place_of(value.span()) + "\n";
    for (const Member& member : object->members()) {
      out += indent + "  <" + visible(member.key) + "> " + place_of(member.key_span) + ": ";
      dump(member.value, indent + "  ", out);
    }
  } else {
    out += "nothing " + place_of(value.span()) + "\n";
  }
}

inline std::string dump(const Value& value) {
  std::string out;
  dump(value, "", out);
  return out;
}

}  // namespace paperboy::value
