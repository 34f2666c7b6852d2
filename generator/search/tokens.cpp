#include "search/tokens.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

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

Kind kind_of(char32_t c) {
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
  explicit Cutter(std::string_view text) : text_(text) {}

  Tokens cut() {
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
    return std::move(result_);
  }

 private:
  Kind kind_at(std::size_t at) const {
    return at < text_.size() ? kind_of(base::decode_utf8(text_, at).character) : Kind::Other;
  }

  void cut_run() {
    std::string before;
    while (kind_at(at_) == Kind::Dense) {
      const std::size_t size = base::decode_utf8(text_, at_).size;
      std::string character = base::fold(text_.substr(at_, size));
      at_ += size;
      if (!before.empty()) {
        add(before + character, result_.places - 1);
      }
      before = std::move(character);
      ++result_.places;
    }
    add(before, result_.places - 1);
  }

  // Words with a joiner between them; a joiner that no word follows is none.
  void cut_compound() {
    const std::uint32_t first = result_.places;
    std::vector<std::string> parts = {cut_word()};
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
    for (std::size_t at = 0; at < parts.size(); ++at, ++result_.places) {
      if (parts.size() > 2 && at + 1 < parts.size()) {
        add(stem(parts[at] + parts[at + 1]), result_.places);
      }
      add(stem(parts[at]), result_.places);
    }
  }

  // Letters, digits and marks; a point between two digits.
  std::string cut_word() {
    const std::size_t begin = at_;
    char32_t last = 0;
    for (;; at_ += base::decode_utf8(text_, at_).size) {
      const Kind kind = kind_at(at_);
      const bool is_point = kind == Kind::Point && is_ascii_digit(last) && at_ + 1 < text_.size() &&
                            is_ascii_digit(static_cast<unsigned char>(text_[at_ + 1]));
      if (kind != Kind::Word && !is_point) {
        break;
      }
      last = base::decode_utf8(text_, at_).character;
    }
    std::string word = base::fold(with_plain_width(text_.substr(begin, at_ - begin)));
    drop_version(word);
    return word;
  }

  void add(std::string term, std::uint32_t place) {
    if (!term.empty()) {
      result_.tokens.push_back({std::move(term), place});
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Tokens result_;
};

}  // namespace

Tokens cut_tokens(std::string_view text) {
  return Cutter(text).cut();
}

const std::vector<std::string_view>& skipped_words() {
  static const std::vector<std::string_view> words = {
      "a",  "an", "and", "are", "as",   "at",  "be",    "by",   "can", "for", "from",  "in",  "is",
      "it", "of", "on",  "or",  "that", "the", "these", "this", "to",  "we",  "which", "with"};
  return words;
}

std::string stem(std::string word) {
  const bool is_plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_plain || word.size() < 4 || word.back() != 's') {
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
