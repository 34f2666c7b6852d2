#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paperboy::markup {

// The combining character of an accent macro (' " ` ^ ~ = . u v H r c k b d t), by its name.
std::optional<char32_t> tex_accent(std::string_view macro);

// What a macro without arguments stands for: "ss" → "ß", "ldots" → "…", "LaTeX" → "LaTeX".
std::optional<std::string_view> tex_symbol(std::string_view macro);

// Whether a symbol is a letter, after which TeX reads on in the same word: `\l odz`.
bool is_tex_letter(std::string_view macro);

// `base` with the accent over (or under) its first character, in NFC; a dotless i or j gets its dot's place
// back.
std::string with_accent(std::string_view base, char32_t combining);

}  // namespace paperboy::markup
