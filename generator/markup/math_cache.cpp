#include "markup/math_cache.h"

#include <utility>

#include "base/digest.h"
#include "base/packed.h"
#include "markup/katex_bundle.h"

namespace paperboy::markup {
namespace {

// To be raised whenever the same formula may come out differently than before.
constexpr std::string_view kFormat = "paperboy-formulas 2";

const std::string& script_digest() {
  static const std::string digest = base::digest(katex_script());
  return digest;
}

std::string head_line(std::string_view body) {
  return std::string(kFormat) + " " + script_digest() + " " + base::digest(body) + "\n";
}

}  // namespace

std::string write_formula_cache(const FormulaMap& formulas) {
  base::PackedWriter body;
  for (const auto& [key, formula] : formulas) {
    body.number(key.mode == MathMode::Display ? 1 : 0).text(key.tex);
    body.text(formula.html.str()).text(formula.plain).number(formula.ok ? 1 : 0).text(formula.problem);
  }
  return head_line(body.bytes()) + body.bytes();
}

FormulaMap read_formula_cache(std::string_view bytes) {
  const std::size_t end_of_head = bytes.find('\n');
  if (end_of_head == std::string_view::npos) {
    return {};
  }
  const std::string_view body = bytes.substr(end_of_head + 1);
  if (bytes.substr(0, end_of_head + 1) != head_line(body)) {
    return {};
  }
  FormulaMap formulas;
  base::PackedReader parts(body);
  while (!parts.done()) {
    FormulaKey key;
    key.mode = parts.number() == 1 ? MathMode::Display : MathMode::Inline;
    key.tex = parts.text();
    Formula formula;
    formula.html = base::Html::trusted(std::string(parts.text()));
    formula.plain = parts.text();
    formula.ok = parts.number() == 1;
    formula.problem = parts.text();
    formulas.emplace(std::move(key), std::move(formula));
  }
  return parts.failed() ? FormulaMap{} : formulas;
}

}  // namespace paperboy::markup
