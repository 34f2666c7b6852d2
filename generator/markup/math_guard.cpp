#include "markup/math_guard.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace paperboy::markup {
namespace {

// Measured on the slowest known formulas so that none takes a second.
constexpr std::size_t kMaxBytes = 2048;
constexpr std::size_t kMaxDepth = 40;
constexpr std::size_t kMaxCells = 400;
constexpr std::size_t kMaxRun = 20;

// Sorted. Definitions could change other formulas or grow without bound; links and pictures have no
// place in a formula.
constexpr std::array<std::string_view, 30> kRefusedMacros = {"DeclareMathOperator",
                                                             "cite",
                                                             "csname",
                                                             "def",
                                                             "edef",
                                                             "expandafter",
                                                             "futurelet",
                                                             "gdef",
                                                             "global",
                                                             "href",
                                                             "html",
                                                             "htmlClass",
                                                             "htmlData",
                                                             "htmlId",
                                                             "htmlStyle",
                                                             "includegraphics",
                                                             "input",
                                                             "let",
                                                             "long",
                                                             "message",
                                                             "newcommand",
                                                             "noexpand",
                                                             "providecommand",
                                                             "renewcommand",
                                                             "require",
                                                             "show",
                                                             "url",
                                                             "usepackage",
                                                             "write",
                                                             "xdef"};
static_assert(std::is_sorted(kRefusedMacros.begin(), kRefusedMacros.end()));

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
}

// One pass over a formula, counting what KaTeX is slow with.
class FormulaCheck {
 public:
  explicit FormulaCheck(std::string_view tex) : tex_(tex) {}

  std::optional<std::string> run() {
    while (at_ < tex_.size() && !problem_) {
      step();
    }
    if (!problem_ && depth_ > 0) {
      problem_ = "a brace, \\left or \\begin is not closed";
    }
    return problem_;
  }

 private:
  void step() {
    const char c = tex_[at_];
    if (c == '\\') {
      macro();
      return;
    }
    const base::Decoded decoded = base::decode_utf8(tex_, at_);
    at_ += decoded.size;
    if (c == '{') {
      enter();
    } else if (c == '}') {
      leave();
    } else if (c == '&') {
      count_cell();
    }
    count_run(decoded.character);
  }

  void macro() {
    const std::size_t begin = ++at_;
    while (at_ < tex_.size() && is_letter(tex_[at_])) {
      ++at_;
    }
    if (at_ == begin) {
      if (at_ < tex_.size() && tex_[at_] == '\\') {
        count_cell();
      }
      at_ += at_ < tex_.size() ? base::decode_utf8(tex_, at_).size : 0;
      return;
    }
    const std::string_view name = tex_.substr(begin, at_ - begin);
    if (std::binary_search(kRefusedMacros.begin(), kRefusedMacros.end(), name)) {
      problem_ = "\\" + std::string(name) + " is not allowed in a formula";
    } else if (name.find('@') != std::string_view::npos) {
      problem_ = "\\" + std::string(name) + " is internal to TeX";
    } else if (name == "begin" || name == "left") {
      enter();
    } else if (name == "end" || name == "right") {
      leave();
    } else if (name == "cr" || name == "newline") {
      count_cell();
    }
  }

  void enter() {
    if (++depth_ > kMaxDepth) {
      problem_ = "it is nested deeper than " + std::to_string(kMaxDepth) + " levels";
    }
  }
  void leave() {
    if (depth_ == 0) {
      problem_ = "it closes something that was not opened";
      return;
    }
    --depth_;
  }
  void count_cell() {
    if (++cells_ > kMaxCells) {
      problem_ = "it has more than " + std::to_string(kMaxCells) + " cells";
    }
  }

  // Primes and Unicode superscripts in a row are collected by KaTeX in quadratic time.
  void count_run(char32_t character) {
    const bool prime = character == U'\'' || character == U'\u2019' || character == U'\u2032';
    const bool script = character == 0xB2 || character == 0xB3 || character == 0xB9 ||
                        (character >= 0x2070 && character <= 0x209C) ||
                        (character >= 0x1D2C && character <= 0x1D6A);
    run_ = prime || script ? run_ + 1 : 0;
    if (run_ > kMaxRun) {
      problem_ = "it has more than " + std::to_string(kMaxRun) + " primes or small characters in a row";
    }
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t cells_ = 0;
  std::size_t run_ = 0;
  std::optional<std::string> problem_;
};

}  // namespace

std::optional<std::string> check_formula(std::string_view tex) {
  if (tex.size() > kMaxBytes) {
    return "it is longer than " + std::to_string(kMaxBytes) + " bytes";
  }
  if (base::find_bad_character(tex)) {
    return "it holds a character that is not text";
  }
  return FormulaCheck(tex).run();
}

}  // namespace paperboy::markup
