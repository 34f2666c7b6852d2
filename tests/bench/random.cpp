#include "bench/random.h"

#include <algorithm>

namespace paperboy::bench {

// SplitMix64, by Sebastiano Vigna (public domain).
std::uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

Zipf::Zipf(std::size_t ranks) {
  constexpr std::uint64_t kUnit = 1'000'000'000;
  std::uint64_t sum = 0;
  for (std::size_t rank = 0; rank < ranks; ++rank) {
    sum += kUnit / (rank + 3);
    sums_.push_back(sum);
  }
}

std::size_t Zipf::draw(Random& random) const {
  const std::uint64_t drawn = random.next() % sums_.back();
  return static_cast<std::size_t>(std::ranges::upper_bound(sums_, drawn) - sums_.begin());
}

}  // namespace paperboy::bench
