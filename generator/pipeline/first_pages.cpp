#include "pipeline/first_pages.h"

#include <algorithm>

namespace paperboy::pipeline {

void FirstPages::note(std::string_view target, std::uint64_t hash, std::size_t page) {
  const auto number = static_cast<std::uint32_t>(page);
  const std::uint32_t* known = pages_.find(target, hash);
  if (known == nullptr) {
    pages_.add(kept(target), hash, number);
  } else if (number < *known) {
    pages_.add(target, hash, number) = number;
  }
}

std::string_view FirstPages::kept(std::string_view target) {
  auto* text = static_cast<char*>(texts_.allocate(target.size() + 1, 1));  // an empty one is somewhere, too
  std::copy(target.begin(), target.end(), text);
  return {text, target.size()};
}

}  // namespace paperboy::pipeline
