#include "base/html.h"

namespace paperboy::base {

namespace {

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
  constexpr std::string_view kSpecial = "&<>\"'";
  while (!text.empty()) {
    const std::size_t at = text.find_first_of(kSpecial);
    out += text.substr(0, at);
    if (at == std::string_view::npos) {
      return;
    }
    out += entity_for(text[at]);
    text.remove_prefix(at + 1);
  }
}

}  // namespace paperboy::base
