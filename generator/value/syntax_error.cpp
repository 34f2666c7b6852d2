#include "value/syntax_error.h"

#include <array>

#include "base/text.h"

namespace paperboy::value {
namespace {

// "the control character U+0085"
std::string bad_character(char32_t character) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (char32_t rest = character; rest != 0 || digits.size() < 4; rest >>= 4) {
    digits.insert(digits.begin(), kDigits[rest & 0xFu]);
  }
  return (character < 0xA0 ? "the control character U+" : "the character U+") + digits;
}

}  // namespace

void check_text(const Extent& extent, const Limits& limits) {
  if (extent.end - extent.begin > limits.bytes) {
    fail(extent.span(extent.begin, extent.begin), "file-too-large",
         "this file is larger than " + std::to_string(limits.bytes) + " bytes",
         "split it into several files");
  }
  const auto bad = base::find_bad_character(extent.text().substr(extent.begin));
  if (!bad) {
    return;
  }
  const std::size_t at = extent.begin + *bad;
  const base::Decoded decoded = base::decode_utf8(extent.text(), at);
  if (decoded.character == 0xFFFD) {
    fail(extent.span(at, at + 1), "invalid-utf8", "this file is not valid UTF-8 text",
         "save the file as UTF-8");
  }
  fail(extent.span(at, at + 1), "control-character", bad_character(decoded.character) + " is not allowed",
       "delete it");
}

void check_decoded(std::string_view text, base::SourceSpan span) {
  if (const auto bad = base::find_bad_character(text)) {
    const base::Decoded decoded = base::decode_utf8(text, *bad);
    fail(span, "control-character",
         "this text stands for " + bad_character(decoded.character) + ", which is not allowed",
         "delete the escape");
  }
}

void fail_too_deep(base::SourceSpan span, const Limits& limits) {
  fail(span, "too-deep", "lists and mappings are nested more than " + std::to_string(limits.depth) + " deep",
       "if this is meant as text, put it in quotes");
}

void fail_too_many(base::SourceSpan span, const Limits& limits) {
  fail(span, "too-many-values", "this file holds more than " + std::to_string(limits.values) + " values",
       "split it into several files");
}

base::Diagnostic repeated_key(std::string_view key, base::SourceSpan again, base::SourceSpan first) {
  base::Diagnostic diagnostic;
  diagnostic.code = "duplicate-key";
  diagnostic.message = "the key `" + base::shorten(key, 60) + "` is given twice";
  diagnostic.span = again;
  diagnostic.hint = "keep one of the two";
  diagnostic.related.push_back({"first given here", first});
  return diagnostic;
}

}  // namespace paperboy::value
