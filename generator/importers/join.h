#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "importers/format.h"

namespace paperboy::importers {

// Joins what several files of the input say of the same content file: the first one's words stand, later ones
// fill gaps. Values that are said again are listed in the first part's `repeats`; where two differ the later
// one is kept under `extra`, below the name of its file.
Imported join(std::vector<Imported> parts, base::Diagnostics& diagnostics);

// Adds the members of `addition`, recursively, where `base` has none.
value::Value join_trees(const value::Value& base, const value::Value& addition, std::vector<Repeat>& repeats,
                        base::Diagnostics& diagnostics);

}  // namespace paperboy::importers
