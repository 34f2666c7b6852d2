#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace paperboy::pipeline {

// Targets of links, each with the first page that asks for it. Pages ask for dozens, and in between all else
// passes through the processor's caches: so a target is its slot, mostly the one its hash leads to, and its
// text, and nothing has to be followed to find them.
class FirstPages {
 public:
  // `hash` is of the target.
  void note(std::string_view target, std::uint64_t hash, std::size_t page);

  // Calls see(target, page) for each, in no order.
  template <typename See>
  void each(See see) const {
    for (const Slot& slot : slots_) {
      if (slot.text != nullptr) {
        see(slot.target(), std::size_t{slot.page});
      }
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const char* text = nullptr;  // null: free
    std::uint32_t size = 0;
    std::uint32_t page = 0;

    std::string_view target() const { return {text, size}; }
  };
  static Slot& slot_of(std::string_view target, std::uint64_t hash, std::vector<Slot>& slots);
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, a quarter free at least
  std::size_t count_ = 0;
  std::pmr::monotonic_buffer_resource texts_;
};

}  // namespace paperboy::pipeline
