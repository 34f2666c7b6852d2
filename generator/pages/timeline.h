#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "charts/axis.h"
#include "model/site.h"
#include "pages/chart_words.h"

namespace paperboy::pages {

enum class Unit { Day, Week, Month, Quarter, Year };

// A stretch of days cut into at most forty buckets of one unit, the smallest that does and that is no smaller
// than what a series comes in.
class Timeline {
 public:
  Timeline(base::Date first, base::Date last, model::Cadence cadence);

  std::size_t size() const { return size_; }
  std::size_t bucket(base::Date date) const;  // of a date within the stretch
  base::Date first_day(std::size_t bucket) const;
  // Where a date stands, in buckets from the left, with the fraction of its bucket that lies before it.
  double place(base::Date date) const;

  // "6 May 2026", "May 2026"
  std::string label(const ChartWords& words, std::size_t bucket) const;
  std::vector<charts::Tick> ticks(const ChartWords& words) const;
  // The key of a phrase: "chart_by_week".
  std::string_view unit_phrase() const;

 private:
  std::vector<charts::Tick> day_ticks(const ChartWords& words) const;
  std::vector<charts::Tick> week_ticks(const ChartWords& words) const;
  std::vector<charts::Tick> month_ticks(const ChartWords& words) const;
  std::vector<charts::Tick> year_ticks(const ChartWords& words) const;

  Unit unit_ = Unit::Day;
  int first_ = 0;  // the first bucket's place in the row of all days, weeks, … there are
  std::size_t size_ = 0;
};

}  // namespace paperboy::pages
