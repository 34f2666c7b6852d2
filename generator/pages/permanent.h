#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "pages/address.h"
#include "pages/page.h"

namespace paperboy::pages {

// The addresses that the site promises to keep: editions, papers, topics, series, weeks, months, years and
// pages of its own. Lists of people and sources, and numbered parts of lists, come and go. Sorted, without
// base path.
std::vector<std::string> permanent_addresses(const std::vector<Page>& pages);

// The addresses of an earlier site (one a line, as permanent_addresses() gave them) where there is neither a
// page nor a redirect any more.
std::vector<std::string_view> vanished_addresses(std::string_view earlier, const AddressSet& now);
// Each of them is an error.
void check_permanence(std::string_view earlier, const AddressSet& now, base::Diagnostics& diagnostics);

}  // namespace paperboy::pages
