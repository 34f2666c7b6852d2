#include "pages/entry_groups.h"

#include <algorithm>

#include "pages/page.h"

namespace paperboy::pages {

std::string month_address(const Catalog& catalog, std::string_view language, base::YearMonth month) {
  auto found = catalog.index.months.find(month);
  if (found == catalog.index.months.end()) {
    return "";
  }
  std::string nearest = nearest_language(languages_of_editions(catalog.archive, found->second), language);
  return catalog.addresses.href(catalog.addresses.month(nearest, month));
}

std::string year_address(const Catalog& catalog, std::string_view language, int year) {
  auto found = catalog.index.years.find(year);
  if (found == catalog.index.years.end()) {
    return "";
  }
  std::string nearest = nearest_language(languages_of_editions(catalog.archive, found->second), language);
  return catalog.addresses.href(catalog.addresses.year(nearest, year));
}

std::string month_anchor(base::YearMonth month) {
  return "_" + base::to_string(month);
}

std::vector<EntryGroupView> group_by_month(const Catalog& catalog, std::string_view language,
                                           const std::vector<model::Appearance>& appearances) {
  std::vector<EntryGroupView> groups;
  const LanguageCatalog& views = catalog.in(language);
  for (const model::Appearance& appearance : appearances) {
    base::YearMonth month = base::year_month(catalog.archive.editions[appearance.edition].date);
    std::string label = base::to_string(month);
    if (groups.empty() || groups.back().label != label) {
      groups.push_back({label, month_address(catalog, language, month), month_anchor(month), {}});
    }
    groups.back().entries.push_back(&views.entry(appearance));
  }
  return groups;
}

std::vector<model::Appearance> first_appearances(const model::Archive& archive,
                                                 const std::vector<std::size_t>& papers) {
  std::vector<model::Appearance> appearances;
  for (std::size_t paper : papers) {
    if (!archive.papers[paper].appearances.empty()) {
      appearances.push_back(archive.papers[paper].appearances.front());
    }
  }
  std::sort(appearances.begin(), appearances.end(),
            [](const model::Appearance& a, const model::Appearance& b) {
              return a.edition != b.edition ? a.edition > b.edition : a.entry < b.entry;
            });
  return appearances;
}

namespace {

CalendarMonthView calendar_month(const Catalog& catalog, std::string_view language, base::YearMonth month,
                                 const std::vector<std::size_t>& editions) {
  CalendarMonthView view;
  view.label = base::to_string(month);
  view.address = month_address(catalog, language, month);
  const LanguageCatalog& views = catalog.in(language);
  unsigned days = base::days_in_month(month);
  unsigned first_cell = base::iso_weekday({month.year, month.month, 1}) - 1;
  for (unsigned cell = 0; cell < first_cell + days || cell % 7 != 0; ++cell) {
    if (cell % 7 == 0) {
      view.weeks.emplace_back();
    }
    CalendarDayView day;
    if (cell >= first_cell && cell < first_cell + days) {
      day.day = cell - first_cell + 1;
      base::Date date{month.year, month.month, day.day};
      day.date = base::to_string(date);
      for (std::size_t edition : editions) {
        if (catalog.archive.editions[edition].date == date) {
          day.editions.push_back(&views.card(edition));
        }
      }
    }
    view.weeks.back().push_back(std::move(day));
  }
  return view;
}

}  // namespace

std::vector<CalendarMonthView> make_calendar(const Catalog& catalog, std::string_view language,
                                             const std::vector<std::size_t>& editions) {
  std::map<base::YearMonth, std::vector<std::size_t>> months;
  for (std::size_t edition : editions) {
    months[base::year_month(catalog.archive.editions[edition].date)].push_back(edition);
  }
  std::vector<CalendarMonthView> calendar;
  for (auto month = months.rbegin(); month != months.rend(); ++month) {
    calendar.push_back(calendar_month(catalog, language, month->first, month->second));
  }
  return calendar;
}

}  // namespace paperboy::pages
