#pragma once

#include <string>

namespace paperboy::markup {

// Browsers may break a line behind a formula, even before a full stop. Puts inline formulas and the closing
// punctuation right behind them, Latin or Han, into one unbreakable piece. `html` is what our writers made.
std::string keep_formulas_with_punctuation(std::string html);

}  // namespace paperboy::markup
