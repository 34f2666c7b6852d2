#pragma once

#include <cstdlib>

#include "base/diagnostic.h"
#include "base/source.h"
#include "value/value.h"

namespace paperboy::fuzz {

inline void require(const bool truth) {
  if (!truth) {
    std::abort();
  }
}

// What holds for every value that a reader returns, whatever it read.
inline void check_value(const value::Value& value, const base::Source& source, std::size_t depth) {
  const base::SourceSpan span = value.span();
  require(span.source == &source && span.begin <= span.end && span.end <= source.text().size());
  require(depth <= 65);
  if (const value::Array* array = value.array()) {
    for (const value::Value& item : *array) {
      check_value(item, source, depth + 1);
    }
  }
  if (const value::Object* object = value.object()) {
    for (const value::Member& member : object->members()) {
      require(object->find(member.key) == &member.value);
      check_value(member.value, source, depth + 1);
    }
  }
}

// Nothing is refused without a word, and nothing is returned beside an error.
inline void check_result(const value::Value* value, const base::Source& source,
                         const base::Diagnostics& diagnostics) {
  require((value != nullptr) != diagnostics.has_errors());
  if (value != nullptr) {
    check_value(*value, source, 0);
  }
  for (const base::Diagnostic& diagnostic : diagnostics.sorted()) {
    require(diagnostic.span.source == &source && diagnostic.span.begin <= diagnostic.span.end &&
            diagnostic.span.end <= source.text().size());
    require(!diagnostic.code.empty() && !diagnostic.message.empty());
  }
}

}  // namespace paperboy::fuzz
