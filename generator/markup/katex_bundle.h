#pragma once

#include <string_view>

namespace paperboy::markup {

// KaTeX's script as it was found when the program was built.
std::string_view katex_script();

}  // namespace paperboy::markup
