#include "pages/chart_words.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"

namespace paperboy::pages {

namespace {

bool is_latin_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

std::string ChartWords::fixed(double value, int decimals) const {
  std::string digits = fmt::format("{:.{}f}", value, decimals);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string text = digits.substr(0, point);
  const std::size_t sign = text.find_first_of("0123456789");
  for (std::size_t at = text.size(); at > sign + 3;) {
    at -= 3;
    text.insert(at, phrase("thousands_separator"));
  }
  if (point < digits.size()) {
    text += phrase("decimal_point") + digits.substr(point + 1);
  }
  return text;
}

std::string ChartWords::count(std::size_t number) const {
  return fixed(static_cast<double>(number), 0);
}

std::string ChartWords::number(double value, int most_decimals) const {
  int decimals = 0;
  double scaled = value;
  while (decimals < most_decimals && std::abs(scaled - std::round(scaled)) > 1e-6) {
    scaled *= 10;
    ++decimals;
  }
  return fixed(value, decimals);
}

std::string ChartWords::percent(double share) const {
  const double hundredths = share * 100;
  if (hundredths > 0 && hundredths < 1) {
    return phrase("percent", {{"number", "<1"}});
  }
  return phrase("percent", {{"number", fixed(hundredths, 0)}});
}

std::string ChartWords::money(double amount, const Money& like, int decimals) const {
  std::string text = like.before;
  if (!text.empty() && is_latin_letter(text.back())) {
    text += "\u00A0";
  }
  text += fixed(amount, decimals);
  if (!like.after.empty() && is_latin_letter(like.after.front())) {
    text += "\u00A0";
  }
  return text + like.after;
}

std::string ChartWords::day(base::Date date) const {
  return phrase("chart_day", {{"year", std::to_string(date.year)},
                              {"month", std::to_string(date.month)},
                              {"month_short", phrase("month_short_" + std::to_string(date.month))},
                              {"day", std::to_string(date.day)}});
}

std::string ChartWords::list(const std::vector<std::string>& items) const {
  return base::join(items, phrase("list_separator"));
}

}  // namespace paperboy::pages
