#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperboy::cards {

// Whether a font for texts in this language ("zh-Hans") is installed.
bool has_font_for(std::string_view language);

// Families for a text in `language`, most wanted first: `wanted`, then those the drawing was made for. With
// commas between them, as Pango has it.
std::string families_for(std::string_view language, const std::vector<std::string>& wanted);

// The names and versions of all fonts that can have a part in a text in `language`: another answer, another
// picture.
std::string resolved_fonts(std::string_view language, const std::vector<std::string>& wanted);

// All fonts of this machine with their versions. Cheap: nothing is chosen.
std::string installed_fonts();

// The tag by which Fontconfig knows a language: "zh-Hans" → "zh-cn".
std::string font_language(std::string_view language);

}  // namespace paperboy::cards
