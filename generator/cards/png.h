#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace paperboy::cards {

// Pixels of somebody else, from left to right, then top to bottom, each 0xRRGGBB below eight bits that say
// nothing.
struct Image {
  std::size_t width = 0;
  std::size_t height = 0;
  const std::uint32_t* pixels = nullptr;
  std::size_t stride = 0;  // pixels from one row to the next
};

// A PNG with these colours; at most 16. Pixels of another colour take the nearest. Empty when it cannot be
// made.
std::string write_png(const Image& image, const std::vector<std::uint32_t>& palette);

// Of all that decides on the bytes of a PNG.
std::string encoder_version();

}  // namespace paperboy::cards
