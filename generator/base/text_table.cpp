#include "base/text_table.h"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <string>
#include <utility>

namespace paperboy::base {

TextTable::TextTable(std::size_t texts) {
  grow(std::bit_ceil(std::max<std::size_t>(64, texts * 3 / 2)));
}

const std::uint32_t* TextTable::find(std::string_view text, std::uint64_t hash) const {
  const Slot& slot = slots_[place_of(text, hash, slots_)];
  return slot.text == nullptr ? nullptr : &slot.number;
}

std::uint32_t TextTable::at(std::string_view text) const {
  const std::uint32_t* number = find(text);
  if (number == nullptr) {
    throw std::out_of_range("there is no " + std::string(text));
  }
  return *number;
}

std::uint32_t& TextTable::add(std::string_view text, std::uint64_t hash, std::uint32_t number) {
  if (count_ * 4 >= slots_.size() * 3) {
    grow(slots_.size() * 2);
  }
  Slot& slot = slots_[place_of(text, hash, slots_)];
  if (slot.text == nullptr) {
    // An empty text is somewhere, too.
    slot = {hash, text.data() == nullptr ? "" : text.data(), static_cast<std::uint32_t>(text.size()), number};
    ++count_;
  }
  return slot.number;
}

// Its own or the free one where it belongs.
std::size_t TextTable::place_of(std::string_view text, std::uint64_t hash, const std::vector<Slot>& slots) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = hash & mask;
  while (slots[at].text != nullptr && (slots[at].hash != hash || slots[at].view() != text)) {
    at = (at + 1) & mask;
  }
  return at;
}

void TextTable::grow(std::size_t slots) {
  std::vector<Slot> larger(slots);
  for (const Slot& slot : slots_) {
    if (slot.text != nullptr) {
      larger[place_of(slot.view(), slot.hash, larger)] = slot;
    }
  }
  slots_ = std::move(larger);
}

}  // namespace paperboy::base
