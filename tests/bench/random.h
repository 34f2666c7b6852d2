#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace paperboy::bench {

// Numbers that look random and are the same on every machine. Only integers: what the standard library's
// distributions and floating point give may differ from one to the next.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  // 0 to bound - 1; bound is not 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  // Both ends included.
  std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }
  // True so many times in a thousand.
  bool chance(unsigned per_mille) { return below(1000) < per_mille; }
  template <class List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

// Ranks 0, 1, 2, …, each drawn as often as Zipf's law has it: in proportion to 1 / (rank + 3).
class Zipf {
 public:
  explicit Zipf(std::size_t ranks);
  std::size_t draw(Random& random) const;

 private:
  std::vector<std::uint64_t> sums_;  // of the weights up to each rank
};

}  // namespace paperboy::bench
