#include "base/relative_path.h"

#include "base/text.h"

namespace paperboy::base {

std::optional<std::vector<std::string>> relative_path_parts(std::string_view path) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string_view::npos) {
      return std::nullopt;
    }
    parts.emplace_back(part);
  }
  return parts;
}

}  // namespace paperboy::base
