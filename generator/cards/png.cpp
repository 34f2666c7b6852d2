#include "cards/png.h"

#include <libdeflate.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>
#include <limits>
#include <memory>

namespace paperboy::cards {

namespace {

// Of libdeflate: pictures a little smaller than zlib's usual level makes them, in less than half its time.
// The next level saves half a percent for a fifth more time.
constexpr int kLevel = 5;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

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

  png_byte of(std::uint32_t pixel) {
    const std::uint32_t color = pixel & 0xFFFFFFU;
    Known& known = known_[color * 2'654'435'761U >> 20U];  // the upper twelve bits of a hash (Knuth's)
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
  std::array<Known, 4096> known_;
};

// Two pixels a byte.
void pack_row(const std::uint32_t* pixels, std::size_t width, PaletteIndex& index, png_bytep bytes) {
  png_byte pair = 0;
  for (std::size_t at = 0; at + 1 < width; at += 2) {
    // Most are as the two before them.
    if (at == 0 || pixels[at] != pixels[at - 2] || pixels[at + 1] != pixels[at - 1]) {
      pair = static_cast<png_byte>(index.of(pixels[at]) << 4U | index.of(pixels[at + 1]));
    }
    bytes[at / 2] = pair;
  }
  if (width % 2 == 1) {
    bytes[width / 2] = static_cast<png_byte>(index.of(pixels[width - 1]) << 4U);
  }
}

// As a PNG has them before compression: each row begins with the number of its filter, here 0 for none.
std::vector<png_byte> packed_rows(const Image& image, const std::vector<std::uint32_t>& palette) {
  PaletteIndex index(palette);
  const std::size_t size = 1 + (image.width + 1) / 2;
  std::vector<png_byte> bytes(size * image.height);
  for (std::size_t row = 0; row < image.height; ++row) {
    const std::uint32_t* pixels = image.pixels + row * image.stride;
    const auto packed = bytes.begin() + static_cast<std::ptrdiff_t>(row * size);
    // Many are as the row above: paper.
    if (row > 0 && std::equal(pixels, pixels + image.width, pixels - image.stride)) {
      std::copy(packed - static_cast<std::ptrdiff_t>(size), packed, packed);
    } else {
      pack_row(pixels, image.width, index, &*packed + 1);
    }
  }
  return bytes;
}

// Empty when there is no memory.
std::vector<png_byte> compressed(const std::vector<png_byte>& rows) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(kLevel));
  if (compressor == nullptr) {
    return {};
  }
  std::vector<png_byte> bytes(libdeflate_zlib_compress_bound(compressor.get(), rows.size()));
  bytes.resize(
      libdeflate_zlib_compress(compressor.get(), rows.data(), rows.size(), bytes.data(), bytes.size()));
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

void append(png_structp png, png_bytep bytes, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}
void flush(png_structp) {}

// libpng leaves by longjmp(), so nothing with a destructor is made here.
bool write(png_structp png, png_infop info, const Image& image, const std::vector<png_color>& palette,
           const std::vector<png_byte>& pixels) {
  if (setjmp(png_jmpbuf(png)) != 0) {
    return false;
  }
  png_set_IHDR(png, info, static_cast<png_uint_32>(image.width), static_cast<png_uint_32>(image.height), 4,
               PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  png_set_PLTE(png, info, palette.data(), static_cast<int>(palette.size()));
  png_write_info(png, info);
  png_write_chunk(png, reinterpret_cast<png_const_bytep>("IDAT"), pixels.data(), pixels.size());
  png_write_chunk(png, reinterpret_cast<png_const_bytep>("IEND"), nullptr, 0);
  return true;
}

}  // namespace

std::string write_png(const Image& image, const std::vector<std::uint32_t>& palette) {
  const std::vector<png_color> colors = png_palette(palette);
  const std::vector<png_byte> pixels = compressed(packed_rows(image, palette));
  if (pixels.empty()) {
    return {};
  }
  std::string bytes;
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
  return std::string("png ") + png_get_libpng_ver(nullptr) + ", libdeflate " + LIBDEFLATE_VERSION_STRING +
         " level " + std::to_string(kLevel);
}

}  // namespace paperboy::cards
