#include "markup/address.h"

#include <algorithm>

#include "base/text.h"

namespace paperboy::markup {
namespace {

bool is_control_or_blank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F;
}

// Browsers remove tabs and line breaks before they look for the scheme and read '\' as '/'; an address
// that relies on either is refused as a whole rather than repaired.
bool has_unsafe_character(std::string_view address) {
  return std::any_of(address.begin(), address.end(), [](char c) {
    return is_control_or_blank(c) || c == '\\' || c == '<' || c == '>' || c == '"';
  });
}

// The part before ':' when it comes before any '/', '?' or '#'.
std::string_view scheme_of(std::string_view address) {
  const std::size_t end = address.find_first_of(":/?#");
  return end != std::string_view::npos && address[end] == ':' ? address.substr(0, end) : std::string_view{};
}

}  // namespace

bool is_safe_address(std::string_view address) {
  if (has_unsafe_character(address) || base::find_bad_character(address) ||
      base::starts_with(address, "//")) {
    return false;
  }
  if (address.find(':') == std::string_view::npos || scheme_of(address).empty()) {
    return !base::starts_with(address, ":");
  }
  const std::string scheme = base::to_lower_ascii(scheme_of(address));
  if (scheme == "mailto") {
    return address.size() > 7;
  }
  const std::size_t host = scheme.size() + 3;
  return (scheme == "http" || scheme == "https") && address.substr(scheme.size(), 3) == "://" &&
         address.size() > host && address[host] != '/';
}

bool is_absolute_address(std::string_view address) {
  return is_safe_address(address) && !scheme_of(address).empty();
}

}  // namespace paperboy::markup
