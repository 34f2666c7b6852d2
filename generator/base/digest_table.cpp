#include "base/digest_table.h"

#include <utility>

namespace paperboy::base {

const std::uint32_t* DigestTable::find(const LongDigest& digest) const {
  const Slot& slot = slots_[place_of(digest, slots_)];
  return slot.is_taken ? &slot.number : nullptr;
}

bool DigestTable::add(const LongDigest& digest, std::uint32_t number) {
  if (count_ * 4 >= slots_.size() * 3) {
    grow();
  }
  Slot& slot = slots_[place_of(digest, slots_)];
  if (slot.is_taken) {
    return false;
  }
  slot = {digest, number, true};
  ++count_;
  return true;
}

// Its own or the free one where it belongs.
std::size_t DigestTable::place_of(const LongDigest& digest, const std::vector<Slot>& slots) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = digest.low & mask;
  while (slots[at].is_taken && slots[at].digest != digest) {
    at = (at + 1) & mask;
  }
  return at;
}

void DigestTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  for (const Slot& slot : slots_) {
    if (slot.is_taken) {
      larger[place_of(slot.digest, larger)] = slot;
    }
  }
  slots_ = std::move(larger);
}

}  // namespace paperboy::base
