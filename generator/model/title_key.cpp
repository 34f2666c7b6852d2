#include "model/title_key.h"

#include "base/text.h"

namespace paperboy::model {
namespace {

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  const bool latin_signs = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
  const bool punctuation_or_sign =
      (c >= 0x2000 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x1F000 && c < 0x20000);
  const bool cjk_punctuation = c >= 0x3000 && c <= 0x3004;
  const bool cjk_brackets = c >= 0x3008 && c <= 0x3020;
  const bool full_width = (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
                          (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
  return !(latin_signs || punctuation_or_sign || cjk_punctuation || cjk_brackets || full_width ||
           c == 0xFE0F);
}

}  // namespace

std::string title_key(std::string_view title) {
  const std::string folded = base::fold(title);
  std::string key;
  for (std::size_t i = 0; i < folded.size();) {
    const base::Decoded decoded = base::decode_utf8(folded, i);
    if (is_letter_or_digit(decoded.character))
      key.append(folded, i, decoded.size);
    i += decoded.size;
  }
  return key;
}

bool title_begins_with(std::string_view title, std::string_view beginning) {
  const std::string key = title_key(beginning);
  return !key.empty() && base::starts_with(title_key(title), key);
}

}  // namespace paperboy::model
