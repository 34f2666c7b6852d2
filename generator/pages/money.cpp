#include "pages/money.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kLongestCurrency = 5;
constexpr std::string_view kDigits = "0123456789";

bool is_currency_sign(char32_t c) {
  return c == U'$' || (c >= U'\u00A2' && c <= U'\u00A5') || (c >= U'\u20A0' && c <= U'\u20CF') ||
         (c >= U'\uFFE0' && c <= U'\uFFE6');
}

bool is_currency(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const base::Decoded next = base::decode_utf8(text, at);
    if (!is_currency_sign(next.character) &&
        base::character_kind(next.character) != base::CharacterKind::Letter) {
      return false;
    }
    at += next.size;
  }
  return characters <= kLongestCurrency;
}

// The digits of a number whose groups of three are set off; nothing when they are not groups of three.
std::optional<std::string> ungrouped(std::string_view text, char separator) {
  const std::vector<std::string_view> groups = base::split(text, separator);
  std::string digits;
  for (std::size_t place = 0; place < groups.size(); ++place) {
    const bool fits = place == 0 ? groups.size() == 1 || (!groups[0].empty() && groups[0].size() <= 3)
                                 : groups[place].size() == 3;
    if (!fits || groups[place].find_first_not_of(kDigits) != std::string_view::npos) {
      return std::nullopt;
    }
    digits += groups[place];
  }
  return digits;
}

// '.' or ',', whichever begins the decimals; 0 when nothing does.
char decimal_mark(std::string_view number) {
  const std::size_t dot = number.rfind('.');
  const std::size_t comma = number.rfind(',');
  if (dot != std::string_view::npos && comma != std::string_view::npos) {
    return dot > comma ? '.' : ',';
  }
  if (dot != std::string_view::npos) {
    return std::count(number.begin(), number.end(), '.') == 1 ? '.' : '\0';
  }
  if (comma == std::string_view::npos || std::count(number.begin(), number.end(), ',') > 1) {
    return '\0';
  }
  const bool is_group = number.size() - comma == 4 && comma > 0 && number[0] != '0';
  return is_group ? '\0' : ',';
}

std::optional<double> read_amount(std::string_view number) {
  const char mark = decimal_mark(number);
  const std::size_t end = mark == '\0' ? number.size() : number.rfind(mark);
  const std::string_view whole = number.substr(0, end);
  const char grouping = whole.find(' ') != std::string_view::npos    ? ' '
                        : mark == '.'                                ? ','
                        : mark == ','                                ? '.'
                        : number.find('.') != std::string_view::npos ? '.'
                        : number.find(',') != std::string_view::npos ? ','
                                                                     : ' ';
  std::optional<std::string> digits = ungrouped(whole, grouping);
  const std::string_view decimals = mark == '\0' ? std::string_view() : number.substr(end + 1);
  if (!digits || decimals.find_first_not_of(kDigits) != std::string_view::npos ||
      (digits->empty() && decimals.empty())) {
    return std::nullopt;
  }
  *digits += ".";
  *digits += decimals;
  double amount = 0;
  const auto [last, error] = std::from_chars(digits->data(), digits->data() + digits->size(), amount);
  return error == std::errc() ? std::optional(amount) : std::nullopt;
}

}  // namespace

std::optional<Money> read_money(std::string_view text) {
  const std::string plain = base::collapse_spaces(base::replace_all(text, "\u00A0", " "));
  const std::size_t first = plain.find_first_of("0123456789.,");
  const std::size_t last = plain.find_last_of("0123456789.,");
  if (first == std::string::npos) {
    return std::nullopt;
  }
  const std::string_view whole = plain;
  Money money;
  money.before = base::trim(whole.substr(0, first));
  money.after = base::trim(whole.substr(last + 1));
  const std::optional<double> amount = read_amount(whole.substr(first, last + 1 - first));
  if (!amount || !is_currency(money.before) || !is_currency(money.after)) {
    return std::nullopt;
  }
  money.amount = *amount;
  return money;
}

}  // namespace paperboy::pages
