#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "templates/ref.h"

namespace paperboy::templates {

struct Code;
struct Module;

// What `x(…)` runs: a macro, the body of a call block (`caller`), or the text maker `joiner` returns.
struct Callable : Shared {
  const Code* code = nullptr;  // null for a joiner
  Module* module = nullptr;    // whose names the code sees
  std::vector<Ref> captures;   // values of enclosing local names at the time of definition
  std::string separator;       // joiner: what every call but the first gives
  mutable bool called = false;
  std::size_t depth = 1;
};

// 0 for scalars and views, otherwise how many owned values are inside each other.
std::size_t depth_of(const Ref& value);

}  // namespace paperboy::templates
