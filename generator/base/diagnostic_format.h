#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace paperboy::base {

enum class Color { Off, On };

// `path:line:col: error: text [code]`, the source line, carets (two cells wide under East Asian
// wide characters, tabs kept), a hint, related places. At most `cap` are shown; errors come before
// warnings when the cap bites; a last line says how many were left out.
std::string format_text(const std::vector<Diagnostic>& diagnostics, Color color, std::size_t cap);
// One JSON document; ends are exclusive, and a path, line or column that is not known is null:
// {"diagnostics":[{path,line,column,end_line,end_column,severity,code,message,hint,related}]}.
std::string format_json(const std::vector<Diagnostic>& diagnostics);
// GitHub workflow commands, one a line, escaped as its documentation says.
std::string format_github(const std::vector<Diagnostic>& diagnostics);

}  // namespace paperboy::base
