#pragma once

#include <string>

#include "importers/import.h"

namespace paperboy::cli {

// The findings of an import as lines `path:line:column: warning: text [code]`, errors first; at most `cap` of
// each severity, and a last line that counts the others by code. Notes are only counted.
std::string findings_text(const importers::Report& report, std::size_t cap);

// What was written, as one line a file: only changes, or the whole plan when nothing was written.
std::string plan_text(const importers::Report& report);

// The table that sums an import up.
std::string summary_table(const importers::Report& report, const importers::ImportOptions& options);

// Everything as one JSON document; `generator/docs/importing.md` names its members.
std::string report_json(const importers::Report& report, const importers::ImportOptions& options);

}  // namespace paperboy::cli
