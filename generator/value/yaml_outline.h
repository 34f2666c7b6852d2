#pragma once

#include <cstdint>
#include <vector>

#include "base/diagnostic.h"
#include "value/read.h"
#include "value/syntax_error.h"

namespace paperboy::value {

// What stands where in a YAML text, in the order of the text.
struct YamlToken {
  enum class Kind { Scalar, Flow, Alias };
  enum class Role { Key, Value };

  Kind kind = Kind::Scalar;
  Role role = Role::Value;
  Style style = Style::Plain;
  std::uint32_t node_begin = 0;  // where the node's tag or anchor begins; `begin` without one
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A first, strict reading of the layout only: which characters belong to which scalar or bracket. It
// is linear, keeps no recursion, knows the mistakes people make and names them, and leaves to the
// real parser only texts it cannot hang on or misread. The subset is YAML 1.2 without directives,
// further documents, explicit keys (`? `) and foreign tags (https://yaml.org/spec/1.2.2/).
// Throws SyntaxError.
std::vector<YamlToken> outline_yaml(const Extent& extent, Aliases aliases, const Limits& limits,
                                    base::Diagnostics& diagnostics);

}  // namespace paperboy::value
