#pragma once

#include <string>
#include <string_view>

namespace paperboy::markup {

// The text as valid UTF-8: bytes that are not become U+FFFD, NUL as well.
std::string clean_text(std::string_view text);

}  // namespace paperboy::markup
