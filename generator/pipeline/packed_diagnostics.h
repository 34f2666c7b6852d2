#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace paperboy::pipeline {

// Diagnostics as bytes, for what one build leaves to the next.
std::string pack_diagnostics(const std::vector<base::Diagnostic>& diagnostics);

// Diagnostics with their places in the files they are about. `find_source` gives a file by its path, null
// when it is not there. None when the bytes are damaged or a place is not in its file.
using FindSource = std::function<const base::Source*(const std::string& path)>;
std::optional<std::vector<base::Diagnostic>> unpack_diagnostics(std::string_view bytes,
                                                                const FindSource& find_source);

}  // namespace paperboy::pipeline
