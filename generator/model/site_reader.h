#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "model/site.h"
#include "value/value.h"

namespace paperboy::model {

// Reads content/site.yaml. Everything wrong is reported; nothing is returned when the file is no mapping at
// all. A site with errors is returned as far as it could be read, so that the rest can be checked too.
std::optional<Site> read_site(const value::Value& root, base::Diagnostics& diagnostics);

}  // namespace paperboy::model
