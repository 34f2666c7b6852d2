#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace paperboy::base {

// Numbers, found by texts that stand elsewhere and outlive this. Sites have hundreds of thousands of paths
// and addresses, and in between all else passes through the processor's caches: so a text is its slot, mostly
// the one its hash leads to, and nothing has to be followed to find it. `hash` is short_digest(text), where
// it is known already.
class TextTable {
 public:
  // With room for so many texts; more may follow.
  explicit TextTable(std::size_t texts = 0);

  // Null where the text is not there.
  const std::uint32_t* find(std::string_view text) const { return find(text, short_digest(text)); }
  const std::uint32_t* find(std::string_view text, std::uint64_t hash) const;
  // Throws std::out_of_range where the text is not there.
  std::uint32_t at(std::string_view text) const;
  // The number of the text, to be changed: `number` when it was not there.
  std::uint32_t& add(std::string_view text, std::uint32_t number) {
    return add(text, short_digest(text), number);
  }
  std::uint32_t& add(std::string_view text, std::uint64_t hash, std::uint32_t number);

  // Calls see(text, number) for each, in no order.
  template <typename See>
  void each(See see) const {
    for (const Slot& slot : slots_) {
      if (slot.text != nullptr) {
        see(slot.view(), slot.number);
      }
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const char* text = nullptr;  // null: free
    std::uint32_t size = 0;
    std::uint32_t number = 0;

    std::string_view view() const { return {text, size}; }
  };
  static std::size_t place_of(std::string_view text, std::uint64_t hash, const std::vector<Slot>& slots);
  void grow(std::size_t slots);

  std::vector<Slot> slots_;  // a power of two of them, a quarter free at least
  std::size_t count_ = 0;
};

}  // namespace paperboy::base
