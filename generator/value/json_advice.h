#pragma once

#include <cstddef>

#include "value/syntax_error.h"

namespace paperboy::value {

// Where a JSON reader was when it could go no further.
struct JsonPlace {
  enum class Inside { Nothing, List, Mapping };
  Inside inside = Inside::Nothing;
  bool after_key = false;      // the last right token was a key
  std::size_t opened = 0;      // where the innermost open bracket stands
  std::size_t read_up_to = 0;  // just after the last token that was right
};

// Says in plain words what stands at the first wrong place. Throws SyntaxError.
[[noreturn]] void fail_at_json_mistake(const Extent& extent, const JsonPlace& place);

// First place from `pos` on that is no white space.
std::size_t skip_json_space(const Extent& extent, std::size_t pos);

}  // namespace paperboy::value
