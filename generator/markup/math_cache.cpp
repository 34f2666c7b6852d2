#include "markup/math_cache.h"

#include <charconv>
#include <optional>

#include "base/digest.h"
#include "base/text.h"
#include "markup/katex_bundle.h"

namespace paperboy::markup {
namespace {

// To be raised whenever the same formula may come out differently than before.
constexpr std::string_view kFormat = "paperboy-formulas 1";

const std::string& script_digest() {
  static const std::string digest = base::digest(katex_script());
  return digest;
}

std::string head_line(std::string_view body) {
  return std::string(kFormat) + " " + script_digest() + " " + base::digest(body) + "\n";
}

void append_part(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

// Takes parts off the front; fails for good at the first thing that is not one.
class PartReader {
 public:
  explicit PartReader(std::string_view bytes) : rest_(bytes) {}

  bool done() const { return rest_.empty() || failed_; }
  bool failed() const { return failed_; }

  std::string_view next() {
    std::size_t size = 0;
    const char* end = rest_.data() + rest_.size();
    const auto [colon, error] = std::from_chars(rest_.data(), end, size);
    if (error != std::errc() || colon == end || *colon != ':' ||
        size > static_cast<std::size_t>(end - colon) - 1) {
      failed_ = true;
      return {};
    }
    const std::string_view part(colon + 1, size);
    rest_.remove_prefix(static_cast<std::size_t>(colon - rest_.data()) + 1 + size);
    return part;
  }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

std::string write_formula_cache(const FormulaMap& formulas) {
  std::string body;
  for (const auto& [key, formula] : formulas) {
    append_part(body, key.mode == MathMode::Display ? "D" : "I");
    append_part(body, key.tex);
    append_part(body, formula.html.str());
    append_part(body, formula.plain);
    append_part(body, formula.ok ? "1" : "0");
    append_part(body, formula.problem);
  }
  return head_line(body) + body;
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
  PartReader parts(body);
  while (!parts.done()) {
    FormulaKey key{parts.next() == "D" ? MathMode::Display : MathMode::Inline, std::string(parts.next())};
    Formula formula;
    formula.html = base::Html::trusted(std::string(parts.next()));
    formula.plain = parts.next();
    formula.ok = parts.next() == "1";
    formula.problem = parts.next();
    formulas.emplace(std::move(key), std::move(formula));
  }
  return parts.failed() ? FormulaMap{} : formulas;
}

}  // namespace paperboy::markup
