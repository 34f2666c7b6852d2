#pragma once

#include <string>
#include <string_view>

namespace paperboy::outputs {

// Text for an XML 1.0 element or attribute: & < > " ' as entities; characters that XML cannot hold are left
// out (https://www.w3.org/TR/xml/#charsets).
std::string xml_escaped(std::string_view text);

// `<name>text</name>` on a line of its own, the text escaped; nothing for an empty text.
std::string xml_element(std::string_view name, std::string_view text);

}  // namespace paperboy::outputs
