#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/cache.h"
#include "markup/math.h"

namespace paperboy::pipeline {

// Formulas that builds before have set; another program may set them in another way.
class FormulaCache {
 public:
  // Below `kept`; empty: nothing is kept. `math` gets what is known, and outlives this.
  FormulaCache(const std::filesystem::path& kept, std::string_view program, markup::MathRenderer& math);

  void keep();

 private:
  base::Cache cache_;
  std::string program_;
  std::string known_;
  markup::MathRenderer& math_;
};

}  // namespace paperboy::pipeline
