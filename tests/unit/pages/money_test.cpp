#include "pages/money.h"

#include <catch2/catch.hpp>

using paperboy::pages::Money;
using paperboy::pages::read_money;

namespace {

struct Case {
  const char* text;
  double amount;
  const char* before;
  const char* after;
};

}  // namespace

TEST_CASE("money is read as people write it") {
  for (const Case& expected :
       {Case{"$0.86", 0.86, "$", ""}, Case{"US$ 1,234.50", 1234.5, "US$", ""}, Case{"0,86 €", 0.86, "", "€"},
        Case{"1.234,56 €", 1234.56, "", "€"}, Case{"¥12", 12, "¥", ""}, Case{"3.5元", 3.5, "", "元"},
        Case{"USD 1,234", 1234, "USD", ""}, Case{"0,860 EUR", 0.86, "", "EUR"},
        Case{"1 234.5 kr", 1234.5, "", "kr"}, Case{"$.5", 0.5, "$", ""}, Case{"1,234,567", 1234567, "", ""},
        Case{"0.00", 0, "", ""}}) {
    INFO(expected.text);
    const std::optional<Money> money = read_money(expected.text);
    REQUIRE(money.has_value());
    CHECK(money->amount == Approx(expected.amount));
    CHECK(money->before == expected.before);
    CHECK(money->after == expected.after);
  }
}

TEST_CASE("what is no plain sum is not guessed at") {
  for (const char* text : {"", "free", "~$0.86", "$1-2", "-$1", "about 3 dollars", "$1 per run", "1.2.3",
                           "12,34,56", "$", "1e400", "$0.8.6", ","}) {
    INFO(text);
    CHECK_FALSE(read_money(text).has_value());
  }
}
