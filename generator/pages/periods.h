#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/date.h"
#include "pages/page.h"

namespace paperboy::pages {

// A week, month or year with the editions that fall into it.
struct Period {
  std::string kind;  // "week", "month", "year"
  std::string name;  // "2026-w19"
  base::Date first_day, last_day;
  const std::vector<std::size_t>* editions = nullptr;
  Versions versions;
};

// Every period of the archive, oldest first within each kind.
struct Periods {
  std::vector<Period> weeks, months, years;
};

Periods list_periods(const Catalog& catalog);

}  // namespace paperboy::pages
