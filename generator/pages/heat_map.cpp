#include "pages/heat_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "pages/entry_groups.h"
#include "pages/page.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kDaysOfWeek = 7;

// What a day's editions come to.
HeatDayView heat_day(const LanguageCatalog& views, base::Date date, const std::vector<std::size_t>& editions,
                     const HeatScale& scale) {
  HeatDayView view;
  view.day = date.day;
  view.date = base::to_string(date);
  const EditionCardView* main = nullptr;
  for (std::size_t edition : editions) {
    const EditionCardView& card = views.card(edition);
    view.editions.push_back(&card);
    view.paper_count += card.paper_count;
    if (main == nullptr || (main->paper_count == 0 && card.paper_count > 0)) {
      main = &card;
    }
  }
  if (main != nullptr) {
    view.state = main->state;
    view.address = main->address;
    view.language = main->language;
  }
  view.level = scale.level(view.paper_count);
  return view;
}

using EditionsByDate = std::map<base::Date, std::vector<std::size_t>>;

HeatMonthView heat_month(const Catalog& catalog, std::string_view language, base::YearMonth month,
                         const EditionsByDate& editions, const HeatScale& scale) {
  HeatMonthView view{base::to_string(month), month_address(catalog, language, month), {}};
  std::size_t first_cell = base::iso_weekday({month.year, month.month, 1}) - 1;
  std::size_t days = base::days_in_month(month);
  std::size_t weeks = (first_cell + days + kDaysOfWeek - 1) / kDaysOfWeek;
  view.rows.assign(kDaysOfWeek, std::vector<HeatDayView>(weeks));
  static const std::vector<std::size_t> none;
  for (std::size_t day = 0; day < days; ++day) {
    base::Date date{month.year, month.month, static_cast<unsigned>(day + 1)};
    auto found = editions.find(date);
    std::size_t cell = first_cell + day;
    view.rows[cell % kDaysOfWeek][cell / kDaysOfWeek] =
        heat_day(catalog.in(language), date, found == editions.end() ? none : found->second, scale);
  }
  return view;
}

}  // namespace

HeatScale::HeatScale(std::vector<std::size_t> counts) {
  counts.erase(std::remove(counts.begin(), counts.end(), 0), counts.end());
  std::sort(counts.begin(), counts.end());
  for (std::size_t quarter = 1; quarter <= 3 && !counts.empty(); ++quarter) {
    borders_.push_back(counts[(counts.size() * quarter - 1) / 4]);
  }
}

std::size_t HeatScale::level(std::size_t count) const {
  if (count == 0) {
    return 0;
  }
  return 1 + static_cast<std::size_t>(std::count_if(borders_.begin(), borders_.end(),
                                                    [&](std::size_t border) { return count > border; }));
}

std::vector<std::size_t> all_editions(const model::Archive& archive) {
  std::vector<std::size_t> editions(archive.editions.size());
  std::iota(editions.begin(), editions.end(), std::size_t{0});
  return editions;
}

std::optional<HeatYearView> make_heat_year(const Catalog& catalog, std::string_view language, int year,
                                           const std::vector<std::size_t>& editions) {
  EditionsByDate by_date;
  std::map<base::Date, std::size_t> counts;
  std::set<base::YearMonth> months;
  for (std::size_t edition : editions) {
    const model::Edition& facts = catalog.archive.editions[edition];
    by_date[facts.date].push_back(edition);
    counts[facts.date] += facts.entries.size();
    if (facts.date.year == year) {
      months.insert(base::year_month(facts.date));
    }
  }
  if (months.empty()) {
    return std::nullopt;
  }
  std::vector<std::size_t> days;
  for (const auto& [date, count] : counts) {
    days.push_back(count);
  }
  HeatScale scale(std::move(days));
  HeatYearView view{fmt::format("{:04}", year), year_address(catalog, language, year), {}};
  for (base::YearMonth month : months) {
    view.months.push_back(heat_month(catalog, language, month, by_date, scale));
  }
  return view;
}

}  // namespace paperboy::pages
