#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pages/page.h"

namespace paperboy::pages {

// What an edition leads with: the curator's top picks, else its best entries by rank, at most `most` of them,
// where there are scores to tell them apart and enough papers for a choice. Empty when nothing stands out.
std::vector<TopPickView> choose_leads(const Catalog& catalog, std::size_t edition,
                                      const std::string& language, std::size_t most);

// The top picks of an edition in their order, all of them.
std::vector<TopPickView> top_picks(const Catalog& catalog, std::size_t edition, const std::string& language);

}  // namespace paperboy::pages
