#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "markup/math.h"

namespace paperboy::markup {

// A formula in a text: bytes [begin, end) with its delimiters around [content_begin, content_end).
struct MathSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t content_begin = 0;
  std::size_t content_end = 0;
  MathMode mode = MathMode::Inline;
};

// Finds $…$, $$…$$, \(…\) and \[…\] by pandoc's rule: no space just inside single dollars and no digit
// after the closing one, so that "$0.86 and $0.49" stays text. A formula never passes a blank line.
// All closing places are found once, so that asking at every byte takes linear time in total.
class MathScan {
 public:
  // In Markdown a formula ends with its block as well: no fence is passed, and a formula inside a
  // line does not go on into the next list item, heading, quotation line or table row.
  enum class Language { Tex, Markdown };
  MathScan(std::string_view text, Language language);

  // The formula that begins at `offset`, if one does.
  std::optional<MathSpan> at(std::size_t offset) const;

  // Whether a blank line, or in Markdown the beginning of another block, lies between two offsets.
  bool passes_block_end(std::size_t begin, std::size_t end) const;

 private:
  void find_closings();
  void find_boundaries();
  std::optional<MathSpan> closed_by(const std::vector<std::uint32_t>& closings, std::size_t offset,
                                    std::size_t delimiter_size, MathMode mode) const;

  bool is_inline_formula(const MathSpan& span) const;

  std::string_view text_;
  Language language_;
  // Sorted offsets of each kind of closing delimiter, and of the line ends that no formula passes.
  std::vector<std::uint32_t> dollars_;
  std::vector<std::uint32_t> double_dollars_;
  std::vector<std::uint32_t> round_;
  std::vector<std::uint32_t> square_;
  std::vector<std::uint32_t> inline_ends_;
  std::vector<std::uint32_t> display_ends_;
};

// Whether the character at `offset` follows an odd number of backslashes.
bool is_escaped(std::string_view text, std::size_t offset);

}  // namespace paperboy::markup
