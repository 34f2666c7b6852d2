#pragma once

#include "importers/format.h"

namespace paperboy::importers {

// Markdown pages named `output_2025_0203.md`: a flat list of papers, numbered from 0.
const Format& flat_markdown_format();

}  // namespace paperboy::importers
