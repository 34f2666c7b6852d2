#include "pages/periods.h"

#include <fmt/format.h>

namespace paperboy::pages {

namespace {

Period week_period(const Catalog& catalog, base::IsoWeek week, const std::vector<std::size_t>& editions) {
  base::Date monday = base::first_day(week);
  Period period{"week", base::to_string(week), monday, base::add_days(monday, 6), &editions, {}};
  for (const std::string& language : languages_of_editions(catalog.archive, editions)) {
    period.versions[language] = catalog.addresses.week(language, week);
  }
  return period;
}

Period month_period(const Catalog& catalog, base::YearMonth month, const std::vector<std::size_t>& editions) {
  Period period{"month",
                base::to_string(month),
                {month.year, month.month, 1},
                {month.year, month.month, base::days_in_month(month)},
                &editions,
                {}};
  for (const std::string& language : languages_of_editions(catalog.archive, editions)) {
    period.versions[language] = catalog.addresses.month(language, month);
  }
  return period;
}

Period year_period(const Catalog& catalog, int year, const std::vector<std::size_t>& editions) {
  Period period{"year", fmt::format("{:04}", year), {year, 1, 1}, {year, 12, 31}, &editions, {}};
  for (const std::string& language : languages_of_editions(catalog.archive, editions)) {
    period.versions[language] = catalog.addresses.year(language, year);
  }
  return period;
}

}  // namespace

Periods list_periods(const Catalog& catalog) {
  Periods periods;
  for (const auto& [week, editions] : catalog.index.weeks) {
    periods.weeks.push_back(week_period(catalog, week, editions));
  }
  for (const auto& [month, editions] : catalog.index.months) {
    periods.months.push_back(month_period(catalog, month, editions));
  }
  for (const auto& [year, editions] : catalog.index.years) {
    periods.years.push_back(year_period(catalog, year, editions));
  }
  return periods;
}

}  // namespace paperboy::pages
