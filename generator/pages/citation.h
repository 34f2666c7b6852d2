#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "citations/citation.h"
#include "pages/catalog.h"

namespace paperboy::pages {

// A paper as a page shows it, without key, abstract and keywords. `first_seen` is the date of the first
// edition that carried it, for papers that came without a date of their own.
citations::Citation make_citation(const PaperView& paper, std::string_view first_seen);

// The citation of a paper of Archive::papers, in the first language that has a page of it: the same on all
// pages and in all files. Its key is made of the first author's family name and the paper's id, so it is
// unique on the site and stays when titles are corrected. It comes without the abstract, which is long.
citations::Citation cite_paper(const Catalog& catalog, std::size_t paper);
// Its BibTeX, made once: the paper's pages show it and its file holds it. `catalog` outlives that.
std::string_view bibtex_of(const Catalog& catalog, std::size_t paper);
// Its date alone.
citations::PartialDate cited_date(const Catalog& catalog, std::size_t paper);
// The abstract that belongs to it; `catalog` outlives that. Empty when the paper has none.
std::string_view cited_abstract(const Catalog& catalog, std::size_t paper);

// The `title` of the span by which reference managers find a paper in a list.
std::string coins(const EntryView& entry);

// "2026/05/06", as far as the date is known: what the meta tag citation_publication_date holds.
std::string meta_date(const citations::PartialDate& date);

}  // namespace paperboy::pages
