#pragma once

#include "base/diagnostic.h"
#include "base/source.h"
#include "templates/ast.h"

namespace paperboy::templates {

// How many tags, brackets and operators may stand inside each other.
inline constexpr std::size_t kMaxNesting = 100;

struct ParsedTemplate {
  Body body;
  bool ok = false;  // false when errors were reported: the tree is then incomplete
};

// Reads a template. After an error it goes on at the end of the tag, so that all errors are found.
ParsedTemplate parse(const base::Source& source, base::Diagnostics& diagnostics);

}  // namespace paperboy::templates
