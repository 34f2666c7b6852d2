#include "base/date.h"

#include <catch2/catch.hpp>

namespace paperboy::base {

TEST_CASE("Dates are read strictly") {
  CHECK(parse_date("2026-05-06") == Date{2026, 5, 6});
  CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
  CHECK(parse_date("1900-01-01"));
  CHECK(parse_date("2999-12-31"));
  for (const std::string_view wrong :
       {"", "2026-5-6", "2026-05-06 ", " 2026-05-06", "2026/05/06", "2026-02-29", "2026-13-01", "2026-00-10",
        "2026-04-31", "2026-05-00", "1899-12-31", "3000-01-01", "-026-05-06", "2026-+5-06", "2026-05-0x"}) {
    INFO(wrong);
    CHECK_FALSE(parse_date(wrong));
  }
}

TEST_CASE("Weeks are read strictly") {
  CHECK(parse_iso_week("2026-w19") == IsoWeek{2026, 19});
  CHECK(parse_iso_week("2026-W53") == IsoWeek{2026, 53});
  for (const std::string_view wrong : {"2025-w53", "2026-w00", "2026-w54", "2026-19", "2026w19", "2026-w1"}) {
    INFO(wrong);
    CHECK_FALSE(parse_iso_week(wrong));
  }
}

TEST_CASE("Months are read strictly") {
  CHECK(parse_year_month("2026-05") == YearMonth{2026, 5});
  for (const std::string_view wrong : {"2026-00", "2026-13", "2026-5", "2026_05", "2026-05-01"}) {
    INFO(wrong);
    CHECK_FALSE(parse_year_month(wrong));
  }
}

TEST_CASE("Dates, weeks and months are written as they are read") {
  CHECK(to_string(Date{2026, 5, 6}) == "2026-05-06");
  CHECK(to_string(IsoWeek{2026, 1}) == "2026-w01");
  CHECK(to_string(YearMonth{2026, 11}) == "2026-11");
}

TEST_CASE("Weeks around the new year belong to the year of their Thursday") {
  CHECK(iso_week({2026, 1, 1}) == IsoWeek{2026, 1});
  CHECK(iso_week({2027, 1, 1}) == IsoWeek{2026, 53});
  CHECK(iso_week({2024, 12, 30}) == IsoWeek{2025, 1});
  CHECK(iso_week({2021, 1, 3}) == IsoWeek{2020, 53});
  CHECK(first_day({2020, 53}) == Date{2020, 12, 28});
  CHECK(first_day({2025, 1}) == Date{2024, 12, 30});
}

TEST_CASE("Days are counted from 1970") {
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({1969, 12, 31}) == -1);
  CHECK(day_number({2026, 5, 6}) == 20579);
  CHECK(iso_weekday({2026, 5, 6}) == 3);
  CHECK(add_days({2024, 2, 28}, 2) == Date{2024, 3, 1});
  CHECK(add_days({2026, 1, 1}, -1) == Date{2025, 12, 31});
  CHECK(days_in_month({2024, 2}) == 29);
  CHECK(days_in_month({2100, 2}) == 28);
  CHECK(year_month({2026, 5, 6}) == YearMonth{2026, 5});
}

TEST_CASE("Every day from 1999 to 2060 follows the one before") {
  Date date{1999, 1, 1};  // a Friday
  unsigned weekday = 5;
  IsoWeek week{1998, 53};
  while (date.year <= 2060) {
    INFO(to_string(date));
    REQUIRE(iso_weekday(date) == weekday);
    REQUIRE(iso_week(date) == week);
    REQUIRE(add_days(first_day(week), static_cast<int>(weekday) - 1) == date);
    REQUIRE(parse_date(to_string(date)) == date);
    REQUIRE(parse_iso_week(to_string(week)) == week);

    const Date next = add_days(date, 1);
    REQUIRE(day_number(next) == day_number(date) + 1);
    const bool stays_in_month = next.month == date.month && next.day == date.day + 1;
    const bool begins_month = next.day == 1 && date.day == days_in_month(year_month(date));
    REQUIRE((stays_in_month || begins_month));
    if (weekday == 7) {
      // 4 January decides which week is the first.
      const bool begins_year =
          next <= Date{week.year + 1, 1, 4} && Date{week.year + 1, 1, 4} <= add_days(next, 6);
      week = begins_year ? IsoWeek{week.year + 1, 1} : IsoWeek{week.year, week.week + 1};
    }
    weekday = weekday % 7 + 1;
    date = next;
  }
}

}  // namespace paperboy::base
