#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paperboy::markup {

// Why a formula may not be given to KaTeX, in plain words; nothing when it may. KaTeX cannot be
// interrupted, so whatever is costly there or could reach outside its own formula is refused here.
std::optional<std::string> check_formula(std::string_view tex);

}  // namespace paperboy::markup
