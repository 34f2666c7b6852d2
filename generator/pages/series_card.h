#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "pages/entry_groups.h"
#include "pages/page.h"

namespace paperboy::pages {

// A series with its newest editions, at most `latest` of them.
SeriesCardView make_series_card(const Catalog& catalog, std::string_view language,
                                const model::Series& series, std::size_t latest);

CountView topic_count(const Catalog& catalog, std::string_view language, const model::Topic& topic,
                      std::size_t count);

}  // namespace paperboy::pages
