#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace paperboy::base {

enum class Severity { Note, Warning, Error };

// A second place that helps to understand the first ("first used here").
struct RelatedPlace {
  std::string message;
  SourceSpan span;
};

// What a user got wrong, as data.
struct Diagnostic {
  Severity severity = Severity::Error;
  std::string code;     // stable, kebab-case: "unknown-key"
  std::string message;  // one sentence without a full stop
  SourceSpan span;      // may be empty
  std::string path;     // used when there is no span: the file or folder concerned
  std::string hint;     // what to do, or the nearest known name; may be empty
  std::vector<RelatedPlace> related;
};

// Collects diagnostics from all passes. Adding is safe from several threads; the order
// of adding never reaches the output, because reports are sorted.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(SourceSpan span, std::string code, std::string message, std::string hint = {});
  void warning(SourceSpan span, std::string code, std::string message, std::string hint = {});
  void note(SourceSpan span, std::string code, std::string message, std::string hint = {});
  // For files that could not be read at all.
  void error_at(std::string path, std::string code, std::string message, std::string hint = {});

  bool has_errors() const;
  std::size_t count(Severity severity) const;
  // By path, line, column, severity, code, message; exact repeats removed.
  std::vector<Diagnostic> sorted() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace paperboy::base
