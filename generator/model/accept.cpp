#include "model/accept.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace paperboy::model {

std::vector<base::Diagnostic> without_accepted(std::vector<base::Diagnostic> diagnostics,
                                               const Archive& archive) {
  std::map<std::string_view, std::set<std::string_view>> accepted;
  for (const Edition& edition : archive.editions)
    for (const std::string& file : edition.files)
      for (const std::string& code : edition.accept) accepted[file].insert(code);
  if (accepted.empty())
    return diagnostics;
  std::erase_if(diagnostics, [&](const base::Diagnostic& diagnostic) {
    const auto codes = accepted.find(diagnostic.span ? diagnostic.span.source->path() : diagnostic.path);
    return diagnostic.severity != base::Severity::Error && codes != accepted.end() &&
           codes->second.contains(diagnostic.code);
  });
  return diagnostics;
}

const std::vector<std::string_view>& acceptable_codes() {
  static const std::vector<std::string_view> codes = {"abstract-cut",
                                                      "bad-math",
                                                      "broken-link",
                                                      "cost-sum",
                                                      "count-mismatch",
                                                      "damaged-tex",
                                                      "empty-authors",
                                                      "language-mismatch",
                                                      "list-in-text",
                                                      "math-outside-dollars",
                                                      "no-picks",
                                                      "number-gap",
                                                      "raw-html",
                                                      "repeated-number",
                                                      "repeated-value",
                                                      "score-range",
                                                      "state-contradiction",
                                                      "token-sum",
                                                      "too-many-formulas",
                                                      "unbalanced-brace",
                                                      "unbalanced-dollar",
                                                      "unknown-axis",
                                                      "unknown-code",
                                                      "unknown-macro",
                                                      "unsafe-address"};
  return codes;
}

}  // namespace paperboy::model
