#include "importers/clean.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/text.h"

namespace paperboy::importers {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Cleaner {
 public:
  Cleaner(std::string_view text, Notation notation) : text_(text), notation_(notation) {}

  CleanText run() {
    while (at_ < text_.size()) step();
    result_.lines.erase(std::unique(result_.lines.begin(), result_.lines.end()), result_.lines.end());
    return std::move(result_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (notation_ == Notation::Json && c == '\\' && at_ + 1 < text_.size()) {
      escape();
      return;
    }
    if (notation_ == Notation::Json && !in_string_ && no_number())
      return;
    if (c == '"')
      in_string_ = !in_string_;
    if (c >= ' ' && c <= '~') {
      keep_plain();
      return;
    }
    const base::Decoded decoded = base::decode_utf8(text_, at_);
    const std::string_view bytes = text_.substr(at_, decoded.size);
    if (base::find_bad_character(bytes))
      replace(decoded.size, is_letter_at(at_ + 1) ? letter_of(c) : '\0');
    else
      keep(decoded.size);
  }

  void escape() {
    const char kind = text_[at_ + 1];
    if (kind == 'f' || kind == 'b') {
      replace(2, is_letter_at(at_ + 2) ? kind : '\0');
    } else if (kind == 'u' && (is_bad_escape() || is_lone_surrogate())) {
      replace(6, '\0');
    } else if (kind == 'u' && is_surrogate(at_, "89ab")) {
      keep(12);
    } else {
      keep(2);
    }
  }

  // \u0000, \u0085, \ufffe, …
  bool is_bad_escape() const {
    const std::string_view digits = text_.substr(at_ + 2, 4);
    std::uint32_t character = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), character, 16);
    if (error != std::errc() || digits.size() != 4 || end != digits.data() + 4 ||
        is_surrogate(at_, "89abcdef"))
      return false;
    std::string bytes;
    base::append_utf8(bytes, character);
    return base::find_bad_character(bytes).has_value();
  }

  // \ud8.. to \udb.. ("89ab") or \udc.. to \udf.. ("cdef") at a place.
  bool is_surrogate(std::size_t at, std::string_view kinds) const {
    const std::string escape = base::to_lower_ascii(text_.substr(std::min(at, text_.size()), 6));
    return escape.size() == 6 && base::starts_with(escape, "\\ud") &&
           kinds.find(escape[3]) != std::string_view::npos;
  }
  bool is_lone_surrogate() const {
    return is_surrogate(at_, "cdef") || (is_surrogate(at_, "89ab") && !is_surrogate(at_ + 6, "cdef"));
  }

  // What some writers put for a number there is none of; JSON knows only null.
  bool no_number() {
    for (const std::string_view word : {"NaN", "Infinity", "-Infinity"}) {
      if (!base::starts_with(text_.substr(at_), word))
        continue;
      result_.text += "null";
      result_.lines.push_back(line_);
      at_ += word.size();
      return true;
    }
    return false;
  }

  bool is_letter_at(std::size_t at) const { return at < text_.size() && is_letter(text_[at]); }
  static char letter_of(char c) { return c == '\f' ? 'f' : c == '\b' ? 'b' : '\0'; }

  void keep(std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) line_ += text_[at_ + i] == '\n' ? 1U : 0U;
    result_.text += text_.substr(at_, size);
    at_ += size;
  }

  // The common case: a run of letters that mean nothing here.
  void keep_plain() {
    const std::size_t begin = at_++;
    while (in_string_ && at_ < text_.size() && text_[at_] >= ' ' && text_[at_] <= '~' && text_[at_] != '"' &&
           text_[at_] != '\\')
      ++at_;
    result_.text += text_.substr(begin, at_ - begin);
  }

  void replace(std::size_t size, char macro) {
    if (macro == '\0')
      result_.text += kReplacement;
    else
      result_.text += std::string(notation_ == Notation::Json ? "\\\\" : "\\") + macro;
    result_.lines.push_back(line_);
    at_ += size;
  }

  std::string_view text_;
  Notation notation_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  bool in_string_ = false;
  CleanText result_;
};

}  // namespace

CleanText clean_input(std::string_view text, Notation notation) {
  return Cleaner(text, notation).run();
}

}  // namespace paperboy::importers
