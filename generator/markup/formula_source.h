#pragma once

#include <string_view>

namespace paperboy::markup {

// The TeX of a <math> element that our writer made, as it stands there: with HTML's entities. Where it keeps
// none, what is shown is the source.
std::string_view formula_source(std::string_view math);

}  // namespace paperboy::markup
