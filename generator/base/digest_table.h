#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/digest.h"

namespace paperboy::base {

// Numbers, found by digests. As in TextTable a digest is its slot, so that finding one of very many touches
// one place in memory.
class DigestTable {
 public:
  // Null where the digest is not there.
  const std::uint32_t* find(const LongDigest& digest) const;
  // Whether the digest is new; otherwise it keeps its number.
  bool add(const LongDigest& digest, std::uint32_t number);

 private:
  struct Slot {
    LongDigest digest;
    std::uint32_t number = 0;
    bool is_taken = false;
  };
  static std::size_t place_of(const LongDigest& digest, const std::vector<Slot>& slots);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two of them, a quarter free at least
  std::size_t count_ = 0;
};

}  // namespace paperboy::base
