#pragma once

#include "base/diagnostic.h"
#include "model/edition.h"

namespace paperboy::model {

// Reports what does not fit together inside one edition: counts, sums, gaps in numbers, cut abstracts, texts
// in another language than said.
void check_edition(const Edition& edition, base::Diagnostics& diagnostics);
// Reports papers that stand in the edition twice. Entries must have their ids and still stand in the order of
// their files.
void check_repeats(const Edition& edition, base::Diagnostics& diagnostics);

}  // namespace paperboy::model
