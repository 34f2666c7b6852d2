#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/html.h"
#include "markup/math.h"

namespace paperboy::markup {

// One element of MathML, or a text when `name` is empty.
struct MathNode {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<MathNode> children;
  std::string text;

  std::string_view attribute(std::string_view key) const;
};

// Reads what KaTeX wrote and returns its <math> element; nothing when it is not what KaTeX writes.
std::optional<MathNode> read_mathml(std::string_view markup);

// MathML Core (https://www.w3.org/TR/mathml-core/): only elements and attributes that all engines
// have. Alphabets become Unicode letters; column alignment becomes class="align-left|align-right" on
// cells, struck and boxed parts class="math-cancel|math-box". `tex` is added as the annotation, unless
// a single letter or number shows it.
base::Html write_mathml_core(const MathNode& math, std::string_view tex, MathMode mode);

// The formula in one line of Unicode: "O(n²)", "x_i", "ℝ^d".
std::string mathml_to_plain(const MathNode& math);

}  // namespace paperboy::markup
