#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/catalog.h"
#include "pages/page_view.h"

namespace paperboy::pages {

// Entries under a heading per month, in the order given: months stand where their first entry does.
std::vector<EntryGroupView> group_by_month(const Catalog& catalog, std::string_view language,
                                           const std::vector<model::Appearance>& appearances);

// The id of a month's group on its page. Layouts' ids begin with '_', which no text's anchor does.
std::string month_anchor(base::YearMonth month);

// The first appearance of each paper, newest first; papers of one edition keep its order. The first, so that
// a paper keeps its place in a list when it appears again.
std::vector<model::Appearance> first_appearances(const model::Archive& archive,
                                                 const std::vector<std::size_t>& papers);

// The calendar of some editions, newest month first, each month with all its days. `month_address` gives
// the link of a month's heading.
std::vector<CalendarMonthView> make_calendar(const Catalog& catalog, std::string_view language,
                                             const std::vector<std::size_t>& editions);

// The address of a year's page nearest to a language, with base path; empty when the year has no editions.
std::string year_address(const Catalog& catalog, std::string_view language, int year);

// The address of a month's page nearest to a language, with base path.
std::string month_address(const Catalog& catalog, std::string_view language, base::YearMonth month);

}  // namespace paperboy::pages
