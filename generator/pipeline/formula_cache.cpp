#include "pipeline/formula_cache.h"

namespace paperboy::pipeline {

FormulaCache::FormulaCache(const std::filesystem::path& kept, std::string_view program,
                           markup::MathRenderer& math)
    : cache_(kept, ".paperboy/cache/formulas"),
      program_(program),
      known_(cache_.find(program).value_or("")),
      math_(math) {
  math_.load(known_);
}

void FormulaCache::keep() {
  if (const std::string all = math_.save(); all != known_) {
    cache_.store(program_, all);
    cache_.remove_unused();
  }
}

}  // namespace paperboy::pipeline
