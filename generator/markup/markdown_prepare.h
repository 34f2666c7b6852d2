#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markup/math.h"

namespace paperboy::markup {

// Something taken out of the text before Markdown sees it.
struct Token {
  enum class Kind { Formula, WikiLink };
  Kind kind = Kind::Formula;
  std::string written;  // as it stood in the text: put back wherever it turns out to be code or an address
  std::string content;  // the TeX, or the link's target
  std::string label;    // WikiLink: what to show
  MathMode mode = MathMode::Inline;
  std::size_t offset = 0;  // in the text
};

enum class WikiLinks { Ignored, Read };

// The text as it is given to cmark: tokens instead of formulas and [[links]], and marks that make
// emphasis work beside Chinese punctuation. Tokens and marks are characters the text does not hold,
// so they cannot be forged, and taking them away gives the text back.
struct PreparedMarkdown {
  std::string text;
  std::vector<Token> tokens;
  char32_t mark = 0;         // stands beside a delimiter, to be dropped
  char32_t token_fence = 0;  // stands on both sides of a token's number
  // (offset in `text`, offset in the source) wherever the difference changes; sorted.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> shifts;

  std::size_t source_offset(std::size_t offset) const;
  // The written form of a part of `text`.
  std::string restored(std::string_view part) const;
};

PreparedMarkdown prepare_markdown(std::string_view markdown, WikiLinks wiki_links);

}  // namespace paperboy::markup
