#include "markup/field_place.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace paperboy::markup {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Walks the written text and the field side by side.
class Alignment {
 public:
  Alignment(std::string_view field, std::string_view written) : field_(field), written_(written) {}

  std::vector<std::uint32_t> run() {
    skip_opening();
    while (field_at_ < field_.size()) {
      if (!step()) {
        return {};
      }
    }
    record(1);
    return std::move(offsets_);
  }

 private:
  void skip_opening() {
    const bool quoted =
        written_.size() > 1 && (written_[0] == '"' || written_[0] == '\'') && written_.back() == written_[0];
    const bool block = !written_.empty() && (written_[0] == '|' || written_[0] == '>');
    const std::size_t line_end = block ? written_.find('\n') : std::string_view::npos;
    if (quoted) {
      quote_ = written_[0];
      at_ = 1;
    } else if (line_end != std::string_view::npos) {
      at_ = line_end + 1;
    }
    if (!field_.empty() && !base::is_space(field_[0])) {
      skip_blank();
    }
  }
  void skip_blank() {
    while (at_ < written_.size() && base::is_space(written_[at_])) {
      ++at_;
    }
  }
  void record(std::size_t count) { offsets_.insert(offsets_.end(), count, static_cast<std::uint32_t>(at_)); }

  bool step() {
    if (at_ >= written_.size()) {
      return false;
    }
    const char wanted = field_[field_at_];
    const char found = written_[at_];
    if (quote_ == '"' && found == '\\') {
      return escape();
    }
    if (base::is_space(wanted) && base::is_space(found)) {
      return blank();
    }
    if (wanted != found) {
      return false;
    }
    record(1);
    ++field_at_;
    at_ += quote_ == '\'' && found == '\'' ? 2u : 1u;
    return true;
  }

  // Folding may turn line breaks and indentation into one space or none.
  bool blank() {
    while (field_at_ < field_.size() && base::is_space(field_[field_at_])) {
      record(1);
      ++field_at_;
      at_ += at_ < written_.size() && base::is_space(written_[at_]) ? 1u : 0u;
    }
    skip_blank();
    return true;
  }

  bool escape() {
    if (at_ + 1 >= written_.size()) {
      return false;
    }
    std::size_t size = 2;
    const std::string meaning = meaning_of_escape(size);
    if (field_.substr(field_at_, meaning.size()) != meaning) {
      return false;
    }
    record(meaning.size());
    field_at_ += meaning.size();
    at_ += size;
    return true;
  }

  std::string meaning_of_escape(std::size_t& size) const {
    constexpr std::string_view kLetters = "ntrbfav0e";
    constexpr std::string_view kMeanings("\n\t\r\b\f\a\v\0\x1b", 9);
    const char letter = written_[at_ + 1];
    const std::size_t known = kLetters.find(letter);
    if (known != std::string_view::npos) {
      return std::string(1, kMeanings[known]);
    }
    if (letter != 'u' && letter != 'x') {
      return std::string(1, letter);
    }
    const std::size_t digits = letter == 'u' ? 4 : 2;
    char32_t character = code_unit(at_ + 2, digits);
    size = 2 + digits;
    if (character >= 0xD800 && character < 0xDC00 && written_.substr(at_ + size, 2) == "\\u") {
      character = 0x10000 + ((character - 0xD800) << 10) + (code_unit(at_ + size + 2, 4) & 0x3FF);
      size += 6;
    }
    std::string out;
    base::append_utf8(out, character);
    return out;
  }

  char32_t code_unit(std::size_t begin, std::size_t digits) const {
    char32_t value = 0;
    for (std::size_t i = begin; i < begin + digits && i < written_.size(); ++i) {
      value = value * 16 + static_cast<char32_t>(std::max(hex_digit(written_[i]), 0));
    }
    return value;
  }

  std::string_view field_;
  std::string_view written_;
  std::vector<std::uint32_t> offsets_;
  std::size_t field_at_ = 0;
  std::size_t at_ = 0;
  char quote_ = '\0';
};

}  // namespace

void FieldPlace::align() const {
  const std::string_view written = span_.text();
  const std::size_t literal = written.find(field_);
  if (literal == std::string_view::npos) {
    offsets_ = Alignment(field_, written).run();
    return;
  }
  offsets_.emplace(field_.size() + 1);
  for (std::size_t i = 0; i <= field_.size(); ++i) {
    (*offsets_)[i] = static_cast<std::uint32_t>(literal + i);
  }
}

base::SourceSpan FieldPlace::at(std::size_t offset, std::size_t length) const {
  if (!span_) {
    return span_;
  }
  if (!offsets_) {
    align();
  }
  if (offsets_->size() != field_.size() + 1) {
    return span_;
  }
  const std::size_t begin = std::min(offset, field_.size());
  const std::size_t end = std::min(begin + length, field_.size());
  base::SourceSpan place = span_;
  place.begin = span_.begin + (*offsets_)[begin];
  place.end = std::max(place.begin, span_.begin + (*offsets_)[end]);
  return place;
}

}  // namespace paperboy::markup
