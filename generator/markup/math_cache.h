#pragma once

#include <compare>
#include <map>
#include <string>
#include <string_view>

#include "markup/math.h"

namespace paperboy::markup {

struct FormulaKey {
  MathMode mode = MathMode::Inline;
  std::string tex;

  friend auto operator<=>(const FormulaKey&, const FormulaKey&) = default;
};

using FormulaMap = std::map<FormulaKey, Formula>;

// The bytes of a formula cache: a head line naming the format, KaTeX's digest and the digest of the
// rest, then the formulas in order (base/packed.h).
std::string write_formula_cache(const FormulaMap& formulas);

// Empty unless the bytes are whole and were written by this version for this KaTeX.
FormulaMap read_formula_cache(std::string_view bytes);

}  // namespace paperboy::markup
