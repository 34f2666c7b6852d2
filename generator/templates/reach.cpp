#include "templates/reach.h"

#include <algorithm>

namespace paperboy::templates {

std::vector<bool> reach(const std::vector<CompiledTemplate>& templates, std::vector<std::uint32_t> from) {
  std::vector<bool> reached(templates.size());
  while (!from.empty()) {
    const std::uint32_t index = from.back();
    from.pop_back();
    if (reached[index])
      continue;
    reached[index] = true;
    const Outline& outline = templates[index].outline;
    from.insert(from.end(), outline.dependencies.begin(), outline.dependencies.end());
    if (std::any_of(outline.uses.begin(), outline.uses.end(),
                    [](const Outline::Use& use) { return !use.target; }))
      return std::vector<bool>(templates.size(), true);
  }
  return reached;
}

}  // namespace paperboy::templates
