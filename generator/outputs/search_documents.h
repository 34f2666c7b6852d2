#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "outputs/publication.h"
#include "search/index.h"

namespace paperboy::outputs {

// The papers in the order the index numbers them: by their first edition, oldest first, then as they stand in
// it. A later edition only adds numbers, so what the numbers name stays.
std::vector<std::size_t> search_order(const model::Archive& archive);

struct SearchDocument {
  std::vector<search::FieldText> texts;  // all that the paper can be found by, in every language, each once
  std::string record;                    // what the list of results shows, JSON; its keys: docs/search.md
};
// `paper` as Archive::papers.
SearchDocument search_document(const pages::Catalog& catalog, std::size_t paper);

// What papers can be filtered by, with the numbers of the papers that have it, ascending.
struct SearchFacets {
  using Numbers = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;
  Numbers topics;                                    // by id
  Numbers sources;                                   // "arXiv", "arXiv/cs.LG"
  Numbers languages;                                 // in which the paper has a page
  std::map<int, std::vector<std::uint32_t>> scores;  // total scores, rounded down
  std::map<base::Date, std::uint32_t> dates;         // of first editions: the first paper of each
};
SearchFacets search_facets(const pages::Catalog& catalog, const std::vector<std::size_t>& order);

}  // namespace paperboy::outputs
