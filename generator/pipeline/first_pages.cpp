#include "pipeline/first_pages.h"

namespace paperboy::pipeline {

void FirstPages::note(std::string_view target, std::uint64_t hash, std::size_t page) {
  const auto number = static_cast<std::uint32_t>(page);
  const std::uint32_t* known = pages_.find(target, hash);
  if (known == nullptr) {
    pages_.add(targets_.keep(target), hash, number);
  } else if (number < *known) {
    pages_.add(target, hash, number) = number;
  }
}

}  // namespace paperboy::pipeline
