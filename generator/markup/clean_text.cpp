#include "markup/clean_text.h"

#include "base/text.h"

namespace paperboy::markup {

std::string clean_text(std::string_view text) {
  if (!base::find_bad_character(text)) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, i);
    i += decoded.size;
    base::append_utf8(out, decoded.character == 0 ? U'\uFFFD' : decoded.character);
  }
  return out;
}

}  // namespace paperboy::markup
