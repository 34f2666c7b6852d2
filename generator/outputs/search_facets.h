#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/archive.h"
#include "pages/catalog.h"

namespace paperboy::outputs {

// What papers can be filtered by. It is taken from facts, not from texts, and no entry is noted as read.

// Of the newest edition that gave one; null when none did.
const model::Score* newest_total(const model::Archive& archive, const model::PaperRecord& record);
// Ids, each once.
std::vector<std::string> topics_of(const model::Archive& archive, const model::PaperRecord& record);

// With the numbers of the papers that have it, ascending.
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
