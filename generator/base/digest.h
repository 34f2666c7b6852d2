#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::base {

// 128-bit XXH3 as 32 lower-case hexadecimal digits: for cache keys and asset names, not for secrets.
std::string digest(std::string_view bytes);
// Of the pieces, one behind the other.
std::string digest(const std::vector<std::string_view>& pieces);

// The same 128 bits as numbers: for telling many texts apart in memory.
struct LongDigest {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend bool operator==(const LongDigest&, const LongDigest&) = default;
};
LongDigest long_digest(std::string_view bytes);
// For std::unordered_map.
struct LongDigestHash {
  std::size_t operator()(const LongDigest& digest) const { return digest.low; }
};

// 64-bit XXH3: for comparing what one build saw with what another did.
std::uint64_t short_digest(std::string_view bytes);

// SHA-256 in Base64 with its padding, as a Content-Security-Policy and `integrity` attributes want it
// behind "sha256-".
std::string sha256_base64(std::string_view bytes);

}  // namespace paperboy::base
