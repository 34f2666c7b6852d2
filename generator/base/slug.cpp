#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/text.h"

namespace paperboy::base {

namespace {

constexpr std::size_t kLongestSlug = 80;
constexpr std::size_t kDigestLength = 12;

// Device names of Windows: no file of that name can be checked out there, whatever its ending.
bool is_device_name(std::string_view name) {
  constexpr std::array<std::string_view, 4> kDevices{"con", "prn", "aux", "nul"};
  if (std::find(kDevices.begin(), kDevices.end(), name) != kDevices.end()) {
    return true;
  }
  return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) && name[3] >= '0' &&
         name[3] <= '9';
}

}  // namespace

std::string slug(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded decoded = decode_utf8(folded, at);
    const std::string_view character = std::string_view(folded).substr(at, decoded.size);
    at += decoded.size;
    const CharacterKind kind = character_kind(decoded.character);
    const bool has_letter_before = !gap && !out.empty();
    if (kind == CharacterKind::Other || (kind == CharacterKind::Mark && !has_letter_before)) {
      gap = true;
      continue;
    }
    const bool needs_dash = gap && !out.empty();
    if (out.size() + (needs_dash ? 1 : 0) + character.size() > kLongestSlug) {
      break;
    }
    out += needs_dash ? "-" : "";
    out += character;
    gap = false;
  }
  if (out.empty()) {
    return "x" + digest(text).substr(0, kDigestLength);
  }
  return is_device_name(out) ? out + "-x" : out;
}

}  // namespace paperboy::base
