#include "markup/formula_source.h"

namespace paperboy::markup {

std::string_view formula_source(std::string_view math) {
  constexpr std::string_view kOpen = "<annotation encoding=\"application/x-tex\">";
  const std::size_t annotation = math.find(kOpen);
  if (annotation != std::string_view::npos) {
    const std::string_view source = math.substr(annotation + kOpen.size());
    return source.substr(0, source.find('<'));
  }
  const std::string_view before_end = math.substr(0, math.find("</"));
  return before_end.substr(before_end.rfind('>') + 1);
}

}  // namespace paperboy::markup
