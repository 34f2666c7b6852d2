#include "outputs/xml.h"

#include "base/html.h"
#include "base/text.h"

namespace paperboy::outputs {

namespace {

bool is_xml_character(char32_t character) {
  const bool is_control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
  return !is_control && character != 0xFFFE && character != 0xFFFF;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    if (is_xml_character(decoded.character)) {
      base::append_utf8(clean, decoded.character);
    }
    at += decoded.size;
  }
  std::string out;
  base::append_html_escaped(out, clean);
  return out;
}

std::string xml_element(std::string_view name, std::string_view text) {
  if (text.empty()) {
    return "";
  }
  std::string out = "<";
  out.append(name).append(">").append(xml_escaped(text)).append("</").append(name).append(">\n");
  return out;
}

}  // namespace paperboy::outputs
