#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "pages/catalog.h"
#include "pages/money.h"

namespace paperboy::pages {

// Numbers, sums and dates of charts in one language.
class ChartWords {
 public:
  ChartWords(const Catalog& catalog, std::string_view language) : catalog_(catalog), language_(language) {}

  std::string phrase(std::string_view key,
                     const std::vector<std::pair<std::string, std::string>>& values = {}) const {
    return catalog_.phrase(language_, key, values);
  }
  std::string_view language() const { return language_; }

  // "1,086"
  std::string count(std::size_t number) const;
  // With so many decimals at most: 8.50 is "8.5".
  std::string number(double value, int most_decimals) const;
  // 0.31 is "31%"; what is not nothing is at least "<1%".
  std::string percent(double share) const;
  // An amount in the currency of `like`, with so many decimals.
  std::string money(double amount, const Money& like, int decimals) const;
  // "6 May 2026"
  std::string day(base::Date date) const;
  std::string list(const std::vector<std::string>& items) const;

 private:
  std::string fixed(double value, int decimals) const;

  const Catalog& catalog_;
  std::string language_;
};

}  // namespace paperboy::pages
