#pragma once

#include <cstddef>
#include <vector>

#include "pages/catalog.h"
#include "pages/page_view.h"
#include "pages/related.h"

namespace paperboy::pages {

// Fills the corpus of each language and the nearest ones of each paper, as its page shows them, from the
// views of papers.
void relate_papers(Catalog& catalog, std::size_t threads);

}  // namespace paperboy::pages
