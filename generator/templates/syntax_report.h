#pragma once

#include <vector>

#include "base/diagnostic.h"

namespace paperboy::templates {

// Errors of syntax of one template, without those that only follow from others.
class SyntaxReport {
 public:
  explicit SyntaxReport(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add_lexical(const std::vector<base::Diagnostic>& errors);
  void add(base::Diagnostic diagnostic);
  bool is_clean() const { return is_clean_; }
  // True when nothing behind the last error can be told.
  bool is_abandoned() const { return is_abandoned_; }

 private:
  bool follows_lexical(const base::Diagnostic& diagnostic) const;

  base::Diagnostics& diagnostics_;
  std::vector<base::SourceSpan> lexical_;
  bool is_clean_ = true;
  bool is_abandoned_ = false;
};

}  // namespace paperboy::templates
