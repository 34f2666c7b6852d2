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

// A series has an index page in its own languages and in those of its editions.
std::vector<std::string> series_languages(const model::Archive& archive, const model::Series& series);

CountView topic_count(const Catalog& catalog, std::string_view language, const model::Topic& topic,
                      std::size_t count);

}  // namespace paperboy::pages
