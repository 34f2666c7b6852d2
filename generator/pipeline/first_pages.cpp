#include "pipeline/first_pages.h"

#include <algorithm>
#include <utility>

namespace paperboy::pipeline {

void FirstPages::note(std::string_view target, std::uint64_t hash, std::size_t page) {
  if (count_ * 4 >= slots_.size() * 3) {
    grow();
  }
  const auto number = static_cast<std::uint32_t>(page);
  Slot& slot = slot_of(target, hash, slots_);
  if (slot.text == nullptr) {
    auto* text = static_cast<char*>(texts_.allocate(target.size() + 1, 1));  // an empty one is somewhere, too
    std::copy(target.begin(), target.end(), text);
    slot = {hash, text, static_cast<std::uint32_t>(target.size()), number};
    ++count_;
  }
  slot.page = std::min(slot.page, number);
}

// Its own or the free one where it belongs.
FirstPages::Slot& FirstPages::slot_of(std::string_view target, std::uint64_t hash, std::vector<Slot>& slots) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = hash & mask;
  while (slots[at].text != nullptr && (slots[at].hash != hash || slots[at].target() != target)) {
    at = (at + 1) & mask;
  }
  return slots[at];
}

void FirstPages::grow() {
  std::vector<Slot> larger(std::max<std::size_t>(64, slots_.size() * 2));
  for (const Slot& slot : slots_) {
    if (slot.text != nullptr) {
      slot_of(slot.target(), slot.hash, larger) = slot;
    }
  }
  slots_ = std::move(larger);
}

}  // namespace paperboy::pipeline
