#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/page.h"

namespace paperboy::pages {

enum class CitationFormat { Bibtex, Ris, CslJson };

// The papers that one set of files holds: those of a paper's page, an edition, a month, a topic.
struct CitationSet {
  std::string page;           // the address that the files belong to, without base path
  bool has_abstracts = true;  // every paper stands in several long lists: they do without
  // Indexes into Archive::papers, each once, as the page has them; never none.
  std::function<std::vector<std::size_t>()> papers;
};

// Every set that has files in all formats. `catalog` outlives them.
std::vector<CitationSet> list_citation_sets(const Catalog& catalog);

// Where the files of a page are, without base path: "/2026/05/" has "/2026/05/citations.bib".
std::string citation_address(std::string_view page, CitationFormat format);

// Whether a file of the site, by its path, is one of these.
bool is_citation_file(std::string_view path);

// The BibTeX file of the whole archive.
inline constexpr std::string_view kAllCitations = "/citations.bib";

// The files of a page that exists in `versions`: they lie beside that in the site's first language, once for
// all.
CitationFilesView citation_files(const Catalog& catalog, const Versions& versions);

}  // namespace paperboy::pages
