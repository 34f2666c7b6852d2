#pragma once

#include <string_view>
#include <vector>

#include "importers/format.h"

namespace paperboy::importers {

// All formats. Where several recognise a file the earlier one reads it; where several have files of one
// edition, what the earlier one says comes first.
const std::vector<const Format*>& formats();
// Null when there is none of that name.
const Format* find_format(std::string_view name);
// The format that recognises a file; null when none does.
const Format* recognise(const InputFile& file);

}  // namespace paperboy::importers
