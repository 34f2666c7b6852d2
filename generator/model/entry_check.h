#pragma once

#include "base/diagnostic.h"
#include "model/edition.h"

namespace paperboy::model {

// Looks at the short texts of an entry: what no title, name or comment is as long as (an error, because one
// such text would be repeated on many pages), and TeX accents that lost their backslash to the file's quotes.
void check_entry_texts(const Entry& entry, base::Diagnostics& diagnostics);

}  // namespace paperboy::model
