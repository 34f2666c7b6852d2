#include "cards/png.h"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>
#include <limits>

namespace paperboy::cards {

namespace {

int channel(std::uint32_t color, unsigned shift) {
  return static_cast<int>(color >> shift & 0xFFU);
}

int distance(std::uint32_t a, std::uint32_t b) {
  int sum = 0;
  for (const unsigned shift : {0U, 8U, 16U}) {
    const int difference = channel(a, shift) - channel(b, shift);
    sum += difference * difference;
  }
  return sum;
}

// Finds places in a palette. A picture has few different colours, so what was found is kept; where two of
// them share a slot, the later is looked for again.
class PaletteIndex {
 public:
  explicit PaletteIndex(const std::vector<std::uint32_t>& palette) : palette_(palette) {}

  png_byte of(std::uint32_t color) {
    Known& known = known_[color * 2'654'435'761U >> 22U];  // the upper ten bits of a hash (Knuth's)
    if (!known.is_there || known.color != color) {
      known = {color, nearest(color), true};
    }
    return known.place;
  }

 private:
  png_byte nearest(std::uint32_t color) const {
    std::size_t best = 0;
    int least = std::numeric_limits<int>::max();
    for (std::size_t at = 0; at < palette_.size(); ++at) {
      if (const int here = distance(color, palette_[at]); here < least) {
        least = here;
        best = at;
      }
    }
    return static_cast<png_byte>(best);
  }

  struct Known {
    std::uint32_t color = 0;
    png_byte place = 0;
    bool is_there = false;
  };

  const std::vector<std::uint32_t>& palette_;
  std::array<Known, 1024> known_;
};

std::vector<png_byte> indexed_pixels(const Image& image, const std::vector<std::uint32_t>& palette) {
  PaletteIndex index(palette);
  std::vector<png_byte> bytes(image.pixels.size());
  // Most pixels are as the one before.
  std::uint32_t last_color = image.pixels.empty() ? 0 : image.pixels.front();
  png_byte last = index.of(last_color);
  std::transform(image.pixels.begin(), image.pixels.end(), bytes.begin(), [&](std::uint32_t color) {
    if (color != last_color) {
      last_color = color;
      last = index.of(color);
    }
    return last;
  });
  return bytes;
}

std::vector<png_color> png_palette(const std::vector<std::uint32_t>& palette) {
  std::vector<png_color> colors;
  for (const std::uint32_t color : palette) {
    colors.push_back({static_cast<png_byte>(channel(color, 16)), static_cast<png_byte>(channel(color, 8)),
                      static_cast<png_byte>(channel(color, 0))});
  }
  return colors;
}

int bit_depth(std::size_t colors) {
  return colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8;
}

void append(png_structp png, png_bytep bytes, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}
void flush(png_structp) {}

// libpng leaves by longjmp(), so nothing with a destructor is made here.
bool write(png_structp png, png_infop info, const Image& image, std::vector<png_color>& palette,
           std::vector<png_byte>& pixels) {
  if (setjmp(png_jmpbuf(png)) != 0) {
    return false;
  }
  png_set_IHDR(png, info, static_cast<png_uint_32>(image.width), static_cast<png_uint_32>(image.height),
               bit_depth(palette.size()), PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_PLTE(png, info, palette.data(), static_cast<int>(palette.size()));
  png_set_compression_level(png, 6);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_write_info(png, info);
  png_set_packing(png);
  for (std::size_t row = 0; row < image.height; ++row) {
    png_write_row(png, pixels.data() + row * image.width);
  }
  png_write_end(png, nullptr);
  return true;
}

}  // namespace

std::string write_png(const Image& image, const std::vector<std::uint32_t>& palette) {
  std::string bytes;
  std::vector<png_color> colors = png_palette(palette);
  std::vector<png_byte> pixels = indexed_pixels(image, palette);
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
  bool written = false;
  if (info != nullptr) {
    png_set_write_fn(png, &bytes, append, flush);
    written = write(png, info, image, colors, pixels);
  }
  png_destroy_write_struct(&png, &info);
  return written ? bytes : std::string();
}

std::string encoder_version() {
  return std::string("png ") + png_get_libpng_ver(nullptr) + ", zlib " + zlibVersion();
}

}  // namespace paperboy::cards
