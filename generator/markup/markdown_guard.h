#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace paperboy::markup {

// Something that cmark would need unreasonable time or memory for, and where it is.
struct MarkdownRefusal {
  std::size_t offset = 0;
  std::string reason;
};

// cmark-gfm 0.29.0.gfm.6 takes quadratic time on several kinds of input and calls abort() when memory
// runs out. What no honest text comes near is refused before it.
std::optional<MarkdownRefusal> check_markdown(std::string_view markdown);

}  // namespace paperboy::markup
