#pragma once

#include <string>
#include <string_view>

namespace paperboy::base {

// 128-bit XXH3 as 32 lower-case hexadecimal digits: for cache keys and asset names, not for secrets.
std::string digest(std::string_view bytes);

}  // namespace paperboy::base
