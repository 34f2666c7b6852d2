#include "search/tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "base/text.h"

namespace paperboy::search {

namespace {

constexpr std::size_t kLongestTerm = 40;

enum class Kind { Dense, Word, Joiner, Point, Other };

// Scripts without spaces: Han with its iteration marks, kana.
bool is_dense(char32_t c) {
  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}

bool is_ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

Kind find_kind(char32_t c) {
  if (c == '.') {
    return Kind::Point;
  }
  if (c == '-' || c == 0x2010 || c == 0x2011 || c == '\'' || c == 0x2019) {
    return Kind::Joiner;
  }
  if (is_dense(c)) {
    return Kind::Dense;
  }
  return base::character_kind(c) == base::CharacterKind::Other ? Kind::Other : Kind::Word;
}

// Most characters are plain Latin or Han: these need no Unicode tables.
Kind kind_of(char32_t c) {
  static const std::array<Kind, 0x80> ascii = [] {
    std::array<Kind, 0x80> kinds{};
    for (char32_t plain = 0; plain < kinds.size(); ++plain) {
      kinds[plain] = find_kind(plain);
    }
    return kinds;
  }();
  return c < ascii.size() ? ascii[c] : find_kind(c);
}

std::string with_plain_width(std::string_view word) {
  if (base::is_ascii(word)) {
    return std::string(word);
  }
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    const base::Decoded decoded = base::decode_utf8(word, at);
    const bool is_wide = decoded.character >= 0xFF01 && decoded.character <= 0xFF5E;
    base::append_utf8(plain, is_wide ? decoded.character - 0xFEE0 : decoded.character);
    at += decoded.size;
  }
  return plain;
}

// "2606.03645v2" → "2606.03645": a paper is one, whichever version is asked for.
void drop_version(std::string& word) {
  const std::size_t v = word.find('v');
  const bool has_form =
      v != std::string::npos && (v == 9 || v == 10) && word[4] == '.' && v + 1 < word.size();
  if (!has_form) {
    return;
  }
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (at != 4 && at != v && !is_ascii_digit(static_cast<unsigned char>(word[at]))) {
      return;
    }
  }
  word.resize(v);
}

// Of a plural: whether its e is not of the word. "searches", but not "caches".
bool has_es(std::string_view word) {
  constexpr std::string_view kEndings[] = {"sses",  "xes",   "shes",  "eaches", "oaches",
                                           "eches", "nches", "rches", "tches"};
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return base::ends_with(word, ending); });
}

std::string shortened(std::string word) {
  if (word.size() <= kLongestTerm) {
    return word;
  }
  std::size_t at = 0;
  for (std::size_t count = 0; count < kLongestTerm && at < word.size(); ++count) {
    at += base::decode_utf8(word, at).size;
  }
  word.resize(at);
  return word;
}

class Cutter {
 public:
  Cutter(std::string_view text, const TakeToken& take) : text_(text), take_(take) {}

  std::uint32_t cut() {
    while (at_ < text_.size()) {
      switch (kind_at(at_)) {
        case Kind::Dense:
          cut_run();
          break;
        case Kind::Word:
          cut_compound();
          break;
        case Kind::Joiner:
        case Kind::Point:
        case Kind::Other:
          at_ += base::decode_utf8(text_, at_).size;
      }
    }
    return places_;
  }

 private:
  Kind kind_at(std::size_t at) const {
    return at < text_.size() ? kind_of(base::decode_utf8(text_, at).character) : Kind::Other;
  }

  void cut_run() {
    std::string pair;
    std::size_t first_size = 0;  // bytes of the pair's first character
    while (kind_at(at_) == Kind::Dense) {
      const base::Decoded decoded = base::decode_utf8(text_, at_);
      const std::string_view character = text_.substr(at_, decoded.size);
      const std::size_t before = pair.size();
      // Folding leaves the common ideographs as they are.
      if (decoded.character >= 0x4E00 && decoded.character <= 0x9FFF) {
        pair += character;
      } else {
        pair += base::fold(character);
      }
      at_ += decoded.size;
      if (before > 0) {
        add(pair, places_ - 1);
        pair.erase(0, first_size);
      }
      first_size = pair.size();
      ++places_;
    }
    add(pair, places_ - 1);
  }

  // Words with a joiner between them; a joiner that no word follows is none.
  void cut_compound() {
    std::string word = cut_word();
    if (kind_at(at_) != Kind::Joiner) {
      add(stem(std::move(word)), places_++);
      return;
    }
    const std::uint32_t first = places_;
    std::vector<std::string> parts = {std::move(word)};
    while (kind_at(at_) == Kind::Joiner) {
      const std::size_t next = at_ + base::decode_utf8(text_, at_).size;
      if (kind_at(next) != Kind::Word) {
        break;
      }
      at_ = next;
      parts.push_back(cut_word());
    }
    if (parts.size() > 1) {
      add(stem(base::join(parts, "")), first);
    }
    for (std::size_t at = 0; at < parts.size(); ++at, ++places_) {
      if (parts.size() > 2 && at + 1 < parts.size()) {
        add(stem(parts[at] + parts[at + 1]), places_);
      }
      add(stem(parts[at]), places_);
    }
  }

  // Letters, digits and marks; a point between two digits.
  std::string cut_word() {
    const std::size_t begin = at_;
    char32_t last = 0;
    while (at_ < text_.size()) {
      const base::Decoded decoded = base::decode_utf8(text_, at_);
      const Kind kind = kind_of(decoded.character);
      const bool is_point = kind == Kind::Point && is_ascii_digit(last) && at_ + 1 < text_.size() &&
                            is_ascii_digit(static_cast<unsigned char>(text_[at_ + 1]));
      if (kind != Kind::Word && !is_point) {
        break;
      }
      last = decoded.character;
      at_ += decoded.size;
    }
    std::string word = base::fold(with_plain_width(text_.substr(begin, at_ - begin)));
    drop_version(word);
    return word;
  }

  void add(std::string_view term, std::uint32_t place) const {
    if (!term.empty()) {
      take_(term, place);
    }
  }

  std::string_view text_;
  const TakeToken& take_;
  std::size_t at_ = 0;
  std::uint32_t places_ = 0;
};

}  // namespace

std::uint32_t cut_tokens(std::string_view text, const TakeToken& take) {
  return Cutter(text, take).cut();
}

const std::vector<std::string_view>& skipped_words() {
  static const std::vector<std::string_view> words = {
      "a",  "an", "and", "are", "as",   "at",  "be",    "by",   "can", "for", "from",  "in",  "is",
      "it", "of", "on",  "or",  "that", "the", "these", "this", "to",  "we",  "which", "with"};
  return words;
}

std::string stem(std::string word) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (word.size() < 4 || word.back() != 's' || !std::all_of(word.begin(), word.end(), is_letter)) {
    return shortened(std::move(word));
  }
  const char before = word[word.size() - 2];
  if (base::ends_with(word, "ies") && word.size() > 4) {
    word.replace(word.size() - 3, 3, "y");
  } else if (has_es(word)) {
    word.resize(word.size() - 2);
  } else if (before != 's' && before != 'u' && before != 'i' && before != 'a') {
    word.pop_back();
  }
  return shortened(std::move(word));
}

}  // namespace paperboy::search
