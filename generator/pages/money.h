#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paperboy::pages {

// A sum of money as people write it: "$0.86", "US$ 1,234.50", "0,86 €", "12 元".
struct Money {
  double amount = 0;
  std::string before, after;  // what stands around the number: "$", "USD"; empty where nothing does

  // Only sums that are written alike can be added.
  std::string currency() const { return before + "|" + after; }
};

// Nothing for what is no plain sum: "about $1", "$1-2", "-$1", "free". A single comma before three digits
// separates thousands, else it begins the decimals.
std::optional<Money> read_money(std::string_view text);

}  // namespace paperboy::pages
