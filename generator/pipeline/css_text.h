#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::pipeline {

// A piece of a style sheet, as far as a build needs to know it (https://www.w3.org/TR/css-syntax-3/).
struct CssPiece {
  enum class Kind {
    Space,    // a run of white space
    Comment,  // with its delimiters
    String,   // with its quotes
    Url,      // "url(…)" as a whole
    Word,     // names, numbers, escapes
    Sign,     // any other character
  };
  Kind kind = Kind::Sign;
  std::string_view text;
  std::size_t offset = 0;
  bool is_closed = true;  // false: a string, comment or url() without its end
};

// Takes a style sheet apart, from front to back.
class CssScanner {
 public:
  explicit CssScanner(std::string_view text) : text_(text) {}
  std::optional<CssPiece> next();

 private:
  CssPiece piece(CssPiece::Kind kind, std::size_t end);
  CssPiece unclosed_piece(CssPiece::Kind kind, std::size_t end);
  CssPiece comment();
  CssPiece string();
  CssPiece word();
  CssPiece url(std::size_t opening);

  std::string_view text_;
  std::size_t at_ = 0;
};

// What a url() names, without quotes; a view into the piece.
std::string_view url_target(const CssPiece& url);

// Without comments (other than those that begin with "/*!") and without white space that means nothing.
// Strings stay as they are, and so does what stands in url(): `write_url` says what becomes of that, given
// the piece; empty for no change.
std::string minify_css(std::string_view text,
                       const std::function<std::string(const CssPiece&)>& write_url = {});

// Why a style sheet would not do where it is joined with others.
struct CssFault {
  std::size_t offset = 0;  // of one character
  std::string message;
  std::string hint;
};
// What is left open or closed twice, in the order of the text; and @import, which means nothing behind
// other rules.
std::vector<CssFault> find_css_faults(std::string_view text);

}  // namespace paperboy::pipeline
