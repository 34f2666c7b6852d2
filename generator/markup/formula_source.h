#pragma once

#include <string_view>

namespace paperboy::markup {

// The TeX that our writer keeps inside a <math> element, as it stands there: with HTML's entities. Empty when
// there is none.
std::string_view formula_source(std::string_view math);

}  // namespace paperboy::markup
