#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "outputs/site_files.h"
#include "pages/catalog.h"

namespace paperboy::outputs {

// What a reader can choose to filter by. Which papers have it is in a file of its own.
struct SearchFilters {
  std::string digest;  // of that file
  std::vector<std::string> sources;
  std::vector<std::int64_t> scores;   // ascending
  std::string first_date, last_date;  // empty when no paper has one
  bool is_kept = false;               // as in the build before
};
// Writes the file. `order` is search_order().
SearchFilters write_search_filters(const pages::Catalog& catalog, const std::vector<std::size_t>& order,
                                   SiteFiles& files);

}  // namespace paperboy::outputs
