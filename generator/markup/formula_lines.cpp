#include "markup/formula_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace paperboy::markup {

namespace {

constexpr std::string_view kOpen = "<math>";  // a displayed formula has attributes
constexpr std::string_view kClose = "</math>";
constexpr std::array<std::string_view, 19> kClosing = {
    ".", ",", ";", ":", "!", "?", ")", "]", "。", "，", "、", "；", "：", "！", "？", "）", "”", "》", "」"};

// How many bytes of closing punctuation `text` begins with.
std::size_t punctuation_size(std::string_view text) {
  std::size_t size = 0;
  for (bool more = true; more;) {
    auto mark = std::find_if(kClosing.begin(), kClosing.end(),
                             [&](std::string_view one) { return text.substr(size).starts_with(one); });
    more = mark != kClosing.end();
    size += more ? mark->size() : 0;
  }
  return size;
}

}  // namespace

std::string keep_formulas_with_punctuation(std::string html) {
  if (html.find(kOpen) == std::string::npos) {
    return html;
  }
  std::string kept;
  std::string_view rest = html;
  for (std::size_t begin = rest.find(kOpen); begin != std::string_view::npos; begin = rest.find(kOpen)) {
    const std::size_t close = rest.find(kClose, begin);
    if (close == std::string_view::npos) {
      break;
    }
    const std::size_t end = close + kClose.size();
    const std::size_t marks = punctuation_size(rest.substr(end));
    kept += rest.substr(0, begin);
    kept += marks == 0 ? "" : "<span class=\"nb\">";
    kept += rest.substr(begin, end + marks - begin);
    kept += marks == 0 ? "" : "</span>";
    rest.remove_prefix(end + marks);
  }
  kept += rest;
  return kept;
}

}  // namespace paperboy::markup
