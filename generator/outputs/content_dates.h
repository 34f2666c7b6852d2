#pragma once

#include <string>
#include <unordered_map>

#include "base/date.h"
#include "pages/catalog.h"

namespace paperboy::outputs {

// By address: the date of the newest edition that the page there tells of. Editions, papers, topics, series,
// weeks, months, years and the front pages have one; lists of people, sources and free pages do not.
using ContentDates = std::unordered_map<std::string, base::Date>;
ContentDates content_dates(const pages::Catalog& catalog);

}  // namespace paperboy::outputs
