#include "base/html.h"

#include <array>

namespace paperboy::base {

namespace {

// By byte: much faster than to search for each of the five.
constexpr std::array<bool, 256> kIsSpecial = [] {
  std::array<bool, 256> is_special{};
  for (const char c : std::string_view("&<>\"'")) {
    is_special[static_cast<unsigned char>(c)] = true;
  }
  return is_special;
}();

std::string_view entity_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

}  // namespace

Html Html::escaped(std::string_view text) {
  std::string markup;
  append_html_escaped(markup, text);
  return Html(std::move(markup));
}

void append_html_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kIsSpecial[static_cast<unsigned char>(text[at])]) {
      out.append(text, copied, at - copied).append(entity_for(text[at]));
      copied = at + 1;
    }
  }
  out.append(text, copied);
}

}  // namespace paperboy::base
