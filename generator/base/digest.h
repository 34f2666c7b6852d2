#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace paperboy::base {

// 128-bit XXH3 as 32 lower-case hexadecimal digits: for cache keys and asset names, not for secrets.
std::string digest(std::string_view bytes);

// 64-bit XXH3: for comparing what one build saw with what another did.
std::uint64_t short_digest(std::string_view bytes);

// SHA-256 in Base64 with its padding, as a Content-Security-Policy and `integrity` attributes want it
// behind "sha256-".
std::string sha256_base64(std::string_view bytes);

}  // namespace paperboy::base
