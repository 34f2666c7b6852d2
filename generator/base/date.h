#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace paperboy::base {

// A calendar day of the proleptic Gregorian calendar, always valid.
struct Date {
  int year = 1970;
  unsigned month = 1;  // 1-12
  unsigned day = 1;    // 1-31

  friend auto operator<=>(const Date&, const Date&) = default;
};

// An ISO 8601 week.
struct IsoWeek {
  int year = 1970;
  unsigned week = 1;  // 1-53

  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

struct YearMonth {
  int year = 1970;
  unsigned month = 1;

  friend auto operator<=>(const YearMonth&, const YearMonth&) = default;
};

// Strict forms: 2026-05-06, 2026-w19 (or W19), 2026-05. Years 1900 to 2999.
std::optional<Date> parse_date(std::string_view text);
std::optional<IsoWeek> parse_iso_week(std::string_view text);
std::optional<YearMonth> parse_year_month(std::string_view text);

std::string to_string(Date date);        // 2026-05-06
std::string to_string(IsoWeek week);     // 2026-w19
std::string to_string(YearMonth month);  // 2026-05

Date add_days(Date date, int days);
// 1 (Monday) to 7 (Sunday).
unsigned iso_weekday(Date date);
IsoWeek iso_week(Date date);
// The Monday of a week.
Date first_day(IsoWeek week);
YearMonth year_month(Date date);
unsigned days_in_month(YearMonth month);
// Days from 1970-01-01.
int day_number(Date date);

}  // namespace paperboy::base
