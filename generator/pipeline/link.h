#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "model/archive.h"

namespace paperboy::pipeline {

// Turns what was loaded into a linked archive: entries in reading order with ranks and totals, every paper's
// facts and appearances under one id, notes and top picks joined to papers, indexes. Reports what does not
// fit together. The result depends on the content alone, not on the order in which it was loaded.
void link_archive(model::Archive& archive, std::size_t threads, base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
