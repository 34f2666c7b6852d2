#include "outputs/xml.h"

#include "base/html.h"
#include "base/text.h"

namespace paperboy::outputs {

namespace {

bool is_xml_character(char32_t character) {
  const bool is_control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
  return !is_control && character != 0xFFFE && character != 0xFFFF;
}

// What needs no decoding.
bool is_plain_ascii(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain_ascii(text[at])) {
      ++at;
      continue;
    }
    const base::Decoded decoded = base::decode_utf8(text, at);
    const bool is_invalid = decoded.character == 0xFFFD && decoded.size == 1;
    if (is_invalid || !is_xml_character(decoded.character)) {
      base::append_html_escaped(out, text.substr(copied, at - copied));
      out += is_invalid ? "\uFFFD" : "";
      copied = at + decoded.size;
    }
    at += decoded.size;
  }
  base::append_html_escaped(out, text.substr(copied));
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
