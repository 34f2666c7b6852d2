#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "templates/compiler.h"
#include "templates/registry.h"

namespace paperboy::templates {

// The blocks of a template and of those it extends, by name; the first code is the one shown, each
// following one is what super() gives in the one before.
struct BlockTable {
  struct Level {
    const Code* code;
    std::size_t level;  // 0: the template itself, 1: its parent, …
  };
  std::vector<std::pair<Symbol, std::vector<Level>>> entries;

  const std::vector<Level>* find(Symbol name) const;
};

// Checks what templates expect of each other: names, blocks, imports, circles of extends. Gives a table
// for every template. What is not `used` (by template) gives no names to others and is checked for circles
// only. Where a broken template may give names or blocks, they are not missed.
std::vector<BlockTable> link(std::vector<CompiledTemplate>& templates, const std::vector<bool>& used,
                             const Registry& registry, base::Diagnostics& diagnostics);

}  // namespace paperboy::templates
