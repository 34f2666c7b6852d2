#pragma once

#include "base/diagnostic.h"
#include "model/edition.h"

namespace paperboy::model {

// The entry of `entries` that means the same paper: by id, or by title where one of them has no id. Null when
// there is none.
Entry* find_same_paper(std::vector<Entry>& entries, const Entry& entry);
// Joins two files of one edition. Where both speak, the addition wins; its papers that are not in the edition
// are appended.
Edition merge_editions(Edition edition, Edition addition);
// Gives every language what was said without naming one, and settles the state: given, or by what was
// counted and spent. A given state that contradicts the papers is a warning.
void complete_edition(Edition& edition, base::Diagnostics& diagnostics);

}  // namespace paperboy::model
