#include "search/term_numbers.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace paperboy::search {

std::uint32_t TermNumbers::number_of(std::string_view name) {
  if (slots_.size() <= ends_.size() * 2) {
    grow();
  }
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(name));
  for (std::size_t at = hash;; ++at) {
    const Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.count == 0) {
      break;
    }
    if (slot.hash == hash && term(slot.count - 1) == name) {
      return slot.count - 1;
    }
  }
  bytes_ += name;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  put({hash, size()});
  return size() - 1;
}

std::string_view TermNumbers::term(std::uint32_t number) const {
  const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

void TermNumbers::put(Slot slot) {
  std::size_t at = slot.hash;
  while (slots_[at & (slots_.size() - 1)].count != 0) {
    ++at;
  }
  slots_[at & (slots_.size() - 1)] = slot;
}

void TermNumbers::grow() {
  std::vector<Slot> before(std::max<std::size_t>(1024, slots_.size() * 2));
  before.swap(slots_);
  for (const Slot& slot : before) {
    if (slot.count != 0) {
      put(slot);
    }
  }
}

}  // namespace paperboy::search
