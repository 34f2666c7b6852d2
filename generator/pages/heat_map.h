#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "pages/catalog.h"

namespace paperboy::pages {

// Sorts days by how many papers they had, in comparison with the other days.
class HeatScale {
 public:
  // The numbers of papers of all days; those of 0 are left out of account.
  explicit HeatScale(std::vector<std::size_t> counts);

  // 0 for no papers, else 1 to 4: the quarter of the days, from the smallest number of papers upwards.
  std::size_t level(std::size_t count) const;

 private:
  std::vector<std::size_t> borders_;  // the largest counts of the first three quarters
};

// The days of a year with the editions given (indexes into Archive::editions, oldest first). Levels compare
// with all of those editions, the days shown are those of the year. Nothing when the year has none of them.
std::optional<HeatYearView> make_heat_year(const Catalog& catalog, std::string_view language, int year,
                                           const std::vector<std::size_t>& editions);

// Indexes of every edition.
std::vector<std::size_t> all_editions(const model::Archive& archive);

}  // namespace paperboy::pages
