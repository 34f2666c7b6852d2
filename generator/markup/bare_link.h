#pragma once

#include <cstddef>
#include <string_view>

namespace paperboy::markup {

// The length of the http or https address that begins at `offset`, 0 when none does or when it would
// begin inside a word. It ends before Chinese punctuation, before Han that follows a letter or digit,
// and before closing punctuation and brackets that belong to the sentence.
std::size_t bare_link_length(std::string_view text, std::size_t offset);

// Whether a character is Han, kana, Hangul or their punctuation and wide forms.
bool is_cjk(char32_t character);
// Of those, the punctuation.
bool is_cjk_punctuation(char32_t character);

}  // namespace paperboy::markup
