#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace paperboy::importers {

// A diagnostic with its place as numbers: the text it points into is gone by the time of the report.
struct Finding {
  base::Severity severity = base::Severity::Warning;
  std::string code;
  std::string message;
  std::string hint;
  std::string path;
  std::size_t line = 0;  // 0: not known
  std::size_t column = 0;
};
Finding finding(const base::Diagnostic& diagnostic);

// What an edition without papers means.
enum class EmptyDay { Quiet, Empty, Failed, Unknown };

enum class FileChange { Created, Updated, Unchanged };
const char* to_string(FileChange change);

struct FileOutcome {
  std::string path;
  FileChange change = FileChange::Unchanged;
};

// The proof that nothing was lost, as numbers.
struct Proof {
  std::size_t values = 0;   // values of the input
  std::size_t kept = 0;     // found in their place in a content file
  std::size_t said = 0;     // left out because a content file says the same elsewhere
  std::size_t derived = 0;  // left out because they follow from others
  std::size_t edited = 0;   // a person's words stand in their place
  std::size_t lost = 0;

  Proof& operator+=(const Proof& other);
};

// What an import found and did.
struct Report {
  std::map<std::string, std::size_t> files_by_format;
  std::size_t days = 0;
  std::size_t papers = 0;  // entries of all editions
  std::size_t unique_papers = 0;
  std::size_t repeats = 0;  // entries whose paper was in an earlier edition of the series
  std::map<EmptyDay, std::size_t> empty_days;
  std::map<std::string, std::size_t> missing;    // field → entries without it
  std::map<std::string, std::string> redirects;  // old page → ours, written now or before
  std::size_t new_series = 0;
  std::size_t new_topics = 0;
  std::vector<FileOutcome> files;
  std::vector<Finding> findings;
  Proof proof;

  std::size_t count(base::Severity severity) const;
  std::size_t count(FileChange change) const;
};

}  // namespace paperboy::importers
