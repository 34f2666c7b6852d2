#include "base/digest.h"

#include <sha2.h>

#include <array>
#include <cstdint>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace paperboy::base {

namespace {

std::string in_digits(const XXH128_hash_t& hash) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * sizeof(canonical.digest));
  for (const unsigned char byte : canonical.digest) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
  }
  return out;
}

}  // namespace

std::string digest(std::string_view bytes) {
  return in_digits(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string digest(const std::vector<std::string_view>& pieces) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  for (const std::string_view piece : pieces) {
    XXH3_128bits_update(&state, piece.data(), piece.size());
  }
  return in_digits(XXH3_128bits_digest(&state));
}

LongDigest long_digest(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::uint64_t short_digest(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string sha256_base64(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  // One byte more than the digest: Base64 takes three at a time, and what is beyond the end counts as zero.
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH + 1> digest{};
  SHA256Final(digest.data(), &context);
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < digest.size(); at += 3) {
    const std::uint32_t three = std::uint32_t{digest[at]} << 16U | std::uint32_t{digest[at + 1]} << 8U |
                                std::uint32_t{digest[at + 2]};
    for (const unsigned shift : {18U, 12U, 6U, 0U}) out += kDigits[three >> shift & 0x3FU];
  }
  out.back() = '=';
  return out;
}

}  // namespace paperboy::base
