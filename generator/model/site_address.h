#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/paper.h"

namespace paperboy::model {

// Where a site lives: "https://example.org/papers/" and its path "/papers/".
struct BaseAddress {
  std::string url;   // always ends with '/'
  std::string path;  // begins and ends with '/'
};
// Nothing when it has no http or https scheme, no host, or a query, fragment or odd character.
std::optional<BaseAddress> parse_base_url(std::string_view text);

// "example.org" of a BaseAddress::url, without a port.
std::string host_of(std::string_view base_url);

// http and https addresses of other sites.
bool is_web_address(std::string_view text);
// A web address, a mail address or a place below the site.
bool is_link_target(std::string_view text);

// Whether every {name} of a title or address pattern is known; others are reported at their place.
bool check_placeholders(const Located& pattern, base::Diagnostics& diagnostics);
// Whether an address pattern stays below the site and tells editions apart; if not, that is reported.
bool check_edition_address(const Located& pattern, base::Diagnostics& diagnostics);

// Puts a date's parts into a pattern such as "{series}/{date}/". Names that do not exist are kept.
std::string fill_date_pattern(std::string_view pattern, std::string_view series, base::Date date);

}  // namespace paperboy::model
