#pragma once

#include <cstddef>
#include <vector>

#include "pages/catalog.h"
#include "pages/page_view.h"
#include "pages/related.h"

namespace paperboy::pages {

// The words of the titles and abstracts that pages in a language show.
Corpus make_corpus(const LanguageCatalog& views, std::size_t threads);

// For each paper of the archive its nearest ones, as its page shows them. Needs the corpus.
std::vector<std::vector<RelatedPaperView>> relate_papers(const Catalog& catalog, const LanguageCatalog& views,
                                                         std::size_t threads);

}  // namespace paperboy::pages
