#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::search {

// Numbers terms from 0, as they are first seen. Every word of every text is looked up here, so the terms and
// the table of them lie close together in memory.
class TermNumbers {
 public:
  std::uint32_t number_of(std::string_view term);
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  // Until the next new term.
  std::string_view term(std::uint32_t number) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t count = 0;  // the term's number and 1; 0 while the slot is free
  };

  void put(Slot slot);
  void grow();

  std::string bytes_;                // of all terms, one behind the other
  std::vector<std::uint32_t> ends_;  // of each, in bytes_
  std::vector<Slot> slots_;          // a power of two of them, at least half of them free
};

}  // namespace paperboy::search
