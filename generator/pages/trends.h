#pragma once

#include <string_view>
#include <vector>

#include "pages/catalog.h"

namespace paperboy::pages {

// The charts of each kind of page; none where there is too little to show.
std::vector<ChartView> series_charts(const Catalog& catalog, std::string_view language,
                                     const model::Series& series);
// Scores, and how many papers were kept.
std::vector<ChartView> edition_charts(const Catalog& catalog, std::string_view language, std::size_t edition);

// Weeks have too few days to show how anything changed.
enum class Stretch { Week, MonthOrYear };
// A series is charted by itself, since series are scored and paid for in ways of their own. The two with most
// papers stand for the period.
std::vector<ChartView> period_charts(const Catalog& catalog, std::string_view language,
                                     const std::vector<std::size_t>& editions, Stretch stretch);
// `timeline` has each paper once, where it first appeared.
std::vector<ChartView> topic_charts(const Catalog& catalog, std::string_view language,
                                    const model::Topic& topic,
                                    const std::vector<model::Appearance>& timeline);

}  // namespace paperboy::pages
