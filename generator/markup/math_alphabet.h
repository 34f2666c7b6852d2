#pragma once

#include <optional>
#include <string_view>

namespace paperboy::markup {

// The letter that carries a MathML `mathvariant` in itself (ℝ for double-struck R, 𝓛 …): engines read
// only "normal". The same character when that alphabet has none for it.
char32_t math_letter(char32_t character, std::string_view variant);

// The plain letter behind a mathematical one, except double-struck letters, which read well as they are.
char32_t plain_letter(char32_t character);

// Small raised forms, for one-line text: 2 → ².
std::optional<char32_t> raised(char32_t character);

}  // namespace paperboy::markup
