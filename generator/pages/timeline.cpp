#include "pages/timeline.h"

#include <array>

namespace paperboy::pages {

namespace {

using charts::Tick;

constexpr std::size_t kMostBuckets = 40;
constexpr std::size_t kFewDays = 12;    // each has room for its number
constexpr std::size_t kFewMonths = 14;  // each has room for its name, or every second

// 1970-01-01 was a Thursday: three days after a Monday.
constexpr int kMondayShift = 3;

// Rounds down, below zero too.
int quotient(int number, int divisor) {
  return number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor);
}

int ordinal(Unit unit, base::Date date) {
  switch (unit) {
    case Unit::Day:
      return base::day_number(date);
    case Unit::Week:
      return quotient(base::day_number(date) + kMondayShift, 7);
    case Unit::Month:
      return date.year * 12 + static_cast<int>(date.month) - 1;
    case Unit::Quarter:
      return date.year * 4 + (static_cast<int>(date.month) - 1) / 3;
    case Unit::Year:
      return date.year;
  }
  return 0;
}

base::Date date_of(Unit unit, int ordinal) {
  switch (unit) {
    case Unit::Day:
      return base::add_days({1970, 1, 1}, ordinal);
    case Unit::Week:
      return base::add_days({1970, 1, 1}, ordinal * 7 - kMondayShift);
    case Unit::Month:
      return {ordinal / 12, static_cast<unsigned>(ordinal % 12) + 1, 1};
    case Unit::Quarter:
      return {ordinal / 4, static_cast<unsigned>(ordinal % 4) * 3 + 1, 1};
    case Unit::Year:
      return {ordinal, 1, 1};
  }
  return {};
}

Unit finest(model::Cadence cadence) {
  switch (cadence) {
    case model::Cadence::Daily:
      return Unit::Day;
    case model::Cadence::Weekly:
      return Unit::Week;
    case model::Cadence::Monthly:
      return Unit::Month;
  }
  return Unit::Day;
}

std::string month_name(const ChartWords& words, base::Date date) {
  return words.phrase("month_short_" + std::to_string(date.month));
}

std::string day_in_month(const ChartWords& words, base::Date date) {
  return words.phrase("chart_tick_day", {{"month", std::to_string(date.month)},
                                         {"month_short", month_name(words, date)},
                                         {"day", std::to_string(date.day)}});
}

}  // namespace

Timeline::Timeline(base::Date first, base::Date last, model::Cadence cadence) {
  for (Unit unit : {Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year}) {
    unit_ = unit;
    first_ = ordinal(unit, first);
    size_ = static_cast<std::size_t>(ordinal(unit, last) - first_) + 1;
    if (unit >= finest(cadence) && size_ <= kMostBuckets) {
      return;
    }
  }
}

std::size_t Timeline::bucket(base::Date date) const {
  return static_cast<std::size_t>(ordinal(unit_, date) - first_);
}

base::Date Timeline::first_day(std::size_t bucket) const {
  return date_of(unit_, first_ + static_cast<int>(bucket));
}

double Timeline::place(base::Date date) const {
  const std::size_t here = bucket(date);
  const int begin = base::day_number(first_day(here));
  const int end = base::day_number(first_day(here + 1));
  return static_cast<double>(here) + static_cast<double>(base::day_number(date) - begin) / (end - begin);
}

std::string Timeline::label(const ChartWords& words, std::size_t bucket) const {
  const base::Date date = first_day(bucket);
  switch (unit_) {
    case Unit::Day:
      return words.day(date);
    case Unit::Week:
      return words.phrase("chart_week", {{"day", words.day(date)}});
    case Unit::Month:
      return words.phrase("title_month",
                          {{"year", std::to_string(date.year)},
                           {"month_name", words.phrase("month_" + std::to_string(date.month))}});
    case Unit::Quarter:
      return words.phrase("chart_quarter", {{"year", std::to_string(date.year)},
                                            {"quarter", std::to_string((date.month + 2) / 3)}});
    case Unit::Year:
      return std::to_string(date.year);
  }
  return "";
}

std::string_view Timeline::unit_phrase() const {
  constexpr std::array<std::string_view, 5> kPhrases = {"chart_by_day", "chart_by_week", "chart_by_month",
                                                        "chart_by_quarter", "chart_by_year"};
  return kPhrases[static_cast<std::size_t>(unit_)];
}

std::vector<Tick> Timeline::ticks(const ChartWords& words) const {
  switch (unit_) {
    case Unit::Day:
      return day_ticks(words);
    case Unit::Week:
      return week_ticks(words);
    case Unit::Month:
      return month_ticks(words);
    case Unit::Quarter:
    case Unit::Year:
      return year_ticks(words);
  }
  return {};
}

// A few days: all by number, the first and every first of a month with the month. Many: Mondays.
std::vector<Tick> Timeline::day_ticks(const ChartWords& words) const {
  std::vector<Tick> ticks;
  for (std::size_t place = 0; place < size_; ++place) {
    const base::Date date = first_day(place);
    if (size_ > kFewDays) {
      if (base::iso_weekday(date) == 1) {
        ticks.push_back({place, day_in_month(words, date), Tick::Weight::Major});
      }
    } else if (place == 0 || date.day == 1) {
      ticks.push_back({place, day_in_month(words, date), Tick::Weight::Major});
    } else {
      ticks.push_back({place, std::to_string(date.day), Tick::Weight::Minor});
    }
  }
  return ticks;
}

// Weeks in which a month begins carry its name, or that of the year; where there are none, the first and the
// last their Monday.
std::vector<Tick> Timeline::week_ticks(const ChartWords& words) const {
  std::vector<Tick> ticks;
  for (std::size_t place = 0; place < size_; ++place) {
    const base::Date sunday = base::add_days(first_day(place), 6);
    if (sunday.day <= 7) {
      const std::string label = sunday.month == 1 ? std::to_string(sunday.year) : month_name(words, sunday);
      ticks.push_back({place, label, sunday.month == 1 ? Tick::Weight::Major : Tick::Weight::Minor});
    }
  }
  if (ticks.size() < 3) {
    ticks.clear();
    for (std::size_t place = 0; place < size_; ++place) {
      const bool at_end = place == 0 || place + 1 == size_;
      ticks.push_back(
          {place, day_in_month(words, first_day(place)), at_end ? Tick::Weight::Major : Tick::Weight::Minor});
    }
  }
  return ticks;
}

std::vector<Tick> Timeline::month_ticks(const ChartWords& words) const {
  std::vector<Tick> ticks;
  for (std::size_t place = 0; place < size_; ++place) {
    const base::Date date = first_day(place);
    if (date.month == 1) {
      ticks.push_back({place, std::to_string(date.year), Tick::Weight::Major});
    } else if (size_ <= kFewMonths || date.month == 7) {
      ticks.push_back({place, month_name(words, date), Tick::Weight::Minor});
    }
  }
  return ticks;
}

std::vector<Tick> Timeline::year_ticks(const ChartWords& words) const {
  std::vector<Tick> ticks;
  for (std::size_t place = 0; place < size_; ++place) {
    const base::Date date = first_day(place);
    if (date.month == 1) {
      ticks.push_back({place, std::to_string(date.year), Tick::Weight::Minor});
    }
  }
  if (ticks.empty()) {
    ticks.push_back({0, label(words, 0), Tick::Weight::Major});
  }
  return ticks;
}

}  // namespace paperboy::pages
