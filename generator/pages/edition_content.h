#pragma once

#include <cstddef>
#include <string>

#include "pages/catalog.h"
#include "pages/page_view.h"

namespace paperboy::pages {

// What an edition says: its card, its papers in their sections, its texts before and after them. What only
// its page shows (neighbours, charts, prompts, …) is left empty.
EditionView edition_content(const Catalog& catalog, std::size_t edition, const std::string& language);

}  // namespace paperboy::pages
