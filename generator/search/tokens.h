#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::search {

// What the index knows a piece of text by, which lives during the call only, and where the piece stands:
// places count words and Han characters, so that what follows each other in a text has places that do.
using TakeToken = std::function<void(std::string_view term, std::uint32_t place)>;

// Cuts a plain text into what can be searched for, and says how many places it has:
// - Han and kana as overlapping pairs, and the last character of each run alone: 残差流 → 残差, 差流, 流. No
//   dictionary: a pair is found wherever a word begins.
// - Other words folded (base::fold; full-width letters are plain ones) and without the English plural:
//   "Models" → model. Digits keep the point between them: 2606.03645.
// - What hyphens and apostrophes join as its parts, and as one; of more than two parts also two by two:
//   multi-modal → multimodal, multi, modal.
// assets/search.js cuts queries and must give the same; tests/golden/search/tokens.txt holds both to it.
std::uint32_t cut_tokens(std::string_view text, const TakeToken& take);

// Function words of English: queries leave them out where they do not stand in quotes. Sorted.
const std::vector<std::string_view>& skipped_words();

// The folded word as the index has it: without the English plural, at most 40 characters.
std::string stem(std::string word);

}  // namespace paperboy::search
