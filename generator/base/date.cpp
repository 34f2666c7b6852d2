#include "base/date.h"

#include <chrono>
#include <cstdio>

namespace paperboy::base {

namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;

// Exactly the digits of `text`, nothing else: no sign, no blank.
std::optional<unsigned> parse_digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

std::optional<int> parse_year(std::string_view text) {
  const std::optional<unsigned> value = parse_digits(text.substr(0, 4));
  if (!value || static_cast<int>(*value) < kFirstYear || static_cast<int>(*value) > kLastYear) {
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

std::chrono::year_month_day to_chrono(Date date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

Date from_chrono(std::chrono::sys_days days) {
  const std::chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

// Three numbers of at most 11 characters each and two separators fit.
using Buffer = char[40];

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto year = parse_year(text);
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day || !to_chrono({*year, *month, *day}).ok()) {
    return std::nullopt;
  }
  return Date{*year, *month, *day};
}

std::optional<IsoWeek> parse_iso_week(std::string_view text) {
  if (text.size() != 8 || text[4] != '-' || (text[5] != 'w' && text[5] != 'W')) {
    return std::nullopt;
  }
  const auto year = parse_year(text);
  const auto number = parse_digits(text.substr(6, 2));
  if (!year || !number || *number < 1 || *number > 53) {
    return std::nullopt;
  }
  const IsoWeek week{*year, *number};
  // Only some years have a week 53; in the others it is the next year's first.
  return iso_week(first_day(week)) == week ? std::optional(week) : std::nullopt;
}

std::optional<YearMonth> parse_year_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') {
    return std::nullopt;
  }
  const auto year = parse_year(text);
  const auto month = parse_digits(text.substr(5, 2));
  if (!year || !month || *month < 1 || *month > 12) {
    return std::nullopt;
  }
  return YearMonth{*year, *month};
}

std::string to_string(Date date) {
  Buffer buffer;
  std::snprintf(buffer, sizeof(buffer), "%04d-%02u-%02u", date.year, date.month, date.day);
  return buffer;
}

std::string to_string(IsoWeek week) {
  Buffer buffer;
  std::snprintf(buffer, sizeof(buffer), "%04d-w%02u", week.year, week.week);
  return buffer;
}

std::string to_string(YearMonth month) {
  Buffer buffer;
  std::snprintf(buffer, sizeof(buffer), "%04d-%02u", month.year, month.month);
  return buffer;
}

Date add_days(Date date, int days) {
  return from_chrono(std::chrono::sys_days(to_chrono(date)) + std::chrono::days(days));
}

unsigned iso_weekday(Date date) {
  return std::chrono::weekday(std::chrono::sys_days(to_chrono(date))).iso_encoding();
}

IsoWeek iso_week(Date date) {
  // A week belongs to the year that holds its Thursday.
  const Date thursday = add_days(date, 4 - static_cast<int>(iso_weekday(date)));
  const int day_of_year = day_number(thursday) - day_number({thursday.year, 1, 1});
  return {thursday.year, static_cast<unsigned>(day_of_year) / 7 + 1};
}

Date first_day(IsoWeek week) {
  // 4 January is always in week 1.
  const Date fourth{week.year, 1, 4};
  const int to_monday = 1 - static_cast<int>(iso_weekday(fourth));
  return add_days(fourth, to_monday + 7 * (static_cast<int>(week.week) - 1));
}

YearMonth year_month(Date date) {
  return {date.year, date.month};
}

unsigned days_in_month(YearMonth month) {
  const std::chrono::year_month_day_last last(std::chrono::year(month.year),
                                              std::chrono::month_day_last(std::chrono::month(month.month)));
  return static_cast<unsigned>(last.day());
}

int day_number(Date date) {
  return static_cast<int>(std::chrono::sys_days(to_chrono(date)).time_since_epoch().count());
}

}  // namespace paperboy::base
