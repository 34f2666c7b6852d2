#include "importers/report.h"

#include <algorithm>

namespace paperboy::importers {

Finding finding(const base::Diagnostic& diagnostic) {
  Finding result{
      diagnostic.severity, diagnostic.code, diagnostic.message, diagnostic.hint, diagnostic.path, 0, 0};
  if (diagnostic.span) {
    const base::Position place = diagnostic.span.source->position(diagnostic.span.begin);
    result.path = diagnostic.span.source->path();
    result.line = place.line;
    result.column = place.column;
  }
  return result;
}

Proof& Proof::operator+=(const Proof& other) {
  values += other.values;
  kept += other.kept;
  said += other.said;
  derived += other.derived;
  edited += other.edited;
  lost += other.lost;
  return *this;
}

const char* to_string(FileChange change) {
  switch (change) {
    case FileChange::Created:
      return "created";
    case FileChange::Updated:
      return "updated";
    case FileChange::Unchanged:
      break;
  }
  return "unchanged";
}

std::size_t Report::count(base::Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [&](const Finding& found) { return found.severity == severity; }));
}

std::size_t Report::count(FileChange change) const {
  return static_cast<std::size_t>(std::count_if(
      files.begin(), files.end(), [&](const FileOutcome& file) { return file.change == change; }));
}

}  // namespace paperboy::importers
