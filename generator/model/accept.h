#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/archive.h"

namespace paperboy::model {

// Leaves out the warnings and notes that an edition accepts by its key `accept`, where they concern that
// edition's files. Errors always stay.
std::vector<base::Diagnostic> without_accepted(std::vector<base::Diagnostic> diagnostics,
                                               const Archive& archive);

// The codes of warnings and notes about content: those that can be accepted.
const std::vector<std::string_view>& acceptable_codes();

}  // namespace paperboy::model
