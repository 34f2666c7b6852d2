#include "markup/formula_source.h"

namespace paperboy::markup {

std::string_view formula_source(std::string_view math) {
  constexpr std::string_view kOpen = "<annotation encoding=\"application/x-tex\">";
  const std::size_t begin = math.find(kOpen);
  const std::size_t end = math.find("</annotation>");
  return begin == std::string_view::npos || end == std::string_view::npos
             ? std::string_view()
             : math.substr(begin + kOpen.size(), end - begin - kOpen.size());
}

}  // namespace paperboy::markup
