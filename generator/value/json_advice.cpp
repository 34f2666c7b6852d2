#include "value/json_advice.h"

#include <array>
#include <string>

#include "base/text.h"

namespace paperboy::value {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Works through the few marks between the last right token and the wrong one.
class JsonMistake {
 public:
  JsonMistake(const Extent& extent, const JsonPlace& place)
      : extent_(extent), place_(place), text_(extent.text()), pos_(place.read_up_to) {}

  [[noreturn]] void explain() {
    read_marks();
    if (pos_ >= text_.size()) {
      fail_at_end();
    }
    const char c = text_[pos_];
    if (c == '}' || c == ']') {
      fail_at_close(c);
    }
    if (c == ',' || c == ':') {
      fail(here(1), "unexpected-mark", std::string("nothing stands before this `") + c + "`",
           "delete it, or add what is missing");
    }
    if (place_.inside == JsonPlace::Inside::Nothing && place_.read_up_to > extent_.begin) {
      fail(here(1), "text-after-document", "this stands after the end of the JSON value",
           "a file holds one value; use a .jsonl file for one value a line");
    }
    fail_at_token(c);
  }

 private:
  base::SourceSpan here(std::size_t size) const { return extent_.span(pos_, pos_ + size); }

  void read_marks() {
    pos_ = skip_json_space(extent_, pos_);
    if (pos_ < text_.size() && (text_[pos_] == ',' || text_[pos_] == ':')) {
      const bool expected = place_.inside != JsonPlace::Inside::Nothing && place_.read_up_to != after_open();
      if (expected) {
        mark_ = text_[pos_];
        mark_at_ = pos_;
        pos_ = skip_json_space(extent_, pos_ + 1);
      }
    }
  }

  std::size_t after_open() const { return place_.opened + 1; }

  [[noreturn]] void fail_at_end() const {
    if (place_.inside == JsonPlace::Inside::Nothing) {
      fail(here(0), "empty-json", "this file holds no JSON value", "write `{}` for an empty mapping");
    }
    const bool list = place_.inside == JsonPlace::Inside::List;
    base::Diagnostic error;
    error.code = "unclosed-bracket";
    error.message = std::string("the text ends before the closing `") + (list ? "]" : "}") + "`";
    error.span = here(0);
    error.hint = "add it, or restore the part that was cut off";
    error.related.push_back({"opened here", extent_.span(place_.opened, place_.opened + 1)});
    throw SyntaxError{std::move(error)};
  }

  [[noreturn]] void fail_at_close(char bracket) const {
    if (mark_ == ',') {
      fail(extent_.span(mark_at_, mark_at_ + 1), "trailing-comma",
           std::string("a comma cannot stand before `") + bracket + "`", "delete the comma");
    }
    if (place_.inside == JsonPlace::Inside::Nothing) {
      fail(here(1), "wrong-bracket", std::string("no bracket was opened for this `") + bracket + "`",
           "delete it");
    }
    const bool list = place_.inside == JsonPlace::Inside::List;
    if ((bracket == ']') == list || mark_ == ':') {
      fail(here(1), "missing-value", "a value is missing before this bracket",
           "write `null` if there is none");
    }
    base::Diagnostic error;
    error.code = "wrong-bracket";
    error.message = std::string("expected `") + (list ? "]" : "}") + "`, not `" + bracket + "`";
    error.span = here(1);
    error.related.push_back({"opened here", extent_.span(place_.opened, place_.opened + 1)});
    throw SyntaxError{std::move(error)};
  }

  [[noreturn]] void fail_at_token(char c) {
    if (c == '/' || c == '#') {
      fail(here(1), "json-comment", "JSON has no comments", "delete the comment, or use YAML");
    }
    if (c == '\'' || c == '`') {
      fail(here(1), "single-quote", "JSON text stands in double quotes", "write \"…\"");
    }
    if (base::starts_with(text_.substr(pos_), "“") || base::starts_with(text_.substr(pos_), "”")) {
      fail(here(std::string_view("“").size()), "curly-quote", "JSON text stands in straight double quotes",
           "write \"…\"");
    }
    const bool bare =
        mark_ == '\0' && place_.inside != JsonPlace::Inside::Nothing && place_.read_up_to != after_open();
    if (bare) {
      check_wide_mark();
      check_number_goes_on();
      fail(here(1), after_key_ ? "missing-colon" : "missing-comma",
           after_key_ ? "a colon is missing after this key" : "a comma is missing before this",
           after_key_ ? "write `:` between key and value" : "check for a stray quote before it, too");
    }
    const bool key = place_.inside == JsonPlace::Inside::Mapping && mark_ != ':';
    if (c == '"') {
      fail_in_string();
    }
    if (is_letter(c)) {
      fail_at_word(key);
    }
    if (key) {
      fail(here(base::decode_utf8(text_, pos_).size), "key-without-quotes",
           "a key must stand in double quotes", "write \"…\":");
    }
    if (is_digit(c) || c == '-' || c == '+' || c == '.') {
      fail_at_number();
    }
    fail(here(base::decode_utf8(text_, pos_).size), "text-without-quotes", "text must stand in double quotes",
         "write \"…\"");
  }

  // `012`, `2026-05-06`: read up to where the number stops being one.
  void check_number_goes_on() const {
    constexpr std::string_view kNumber = "+-.eE0123456789";
    const bool after_digit = pos_ == place_.read_up_to && pos_ > extent_.begin && is_digit(text_[pos_ - 1]);
    if (!after_digit) {
      return;
    }
    std::size_t begin = pos_;
    while (begin > extent_.begin && kNumber.find(text_[begin - 1]) != std::string_view::npos) {
      --begin;
    }
    const std::size_t found = text_.find_first_of(" \t\r\n,]}", pos_);
    fail(extent_.span(begin, found == std::string_view::npos ? text_.size() : found), "bad-number",
         "this is no JSON number", "put it in quotes, or write it without leading zeros");
  }

  void check_wide_mark() const {
    constexpr std::array<std::string_view, 2> kWide = {"：", "，"};
    for (const std::string_view wide : kWide) {
      if (base::starts_with(text_.substr(pos_), wide)) {
        const std::string ascii = wide == kWide[0] ? "`:`" : "`,`";
        fail(here(wide.size()), "wide-mark", "a full-width mark cannot stand between JSON values",
             "write the ASCII " + ascii);
      }
    }
  }

  [[noreturn]] void fail_at_word(bool key) const {
    std::size_t end = pos_;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || text_[end] == '-')) {
      ++end;
    }
    const std::string word(text_.substr(pos_, end - pos_));
    const base::SourceSpan span = extent_.span(pos_, end);
    if (key) {
      fail(span, "key-without-quotes", "a key must stand in double quotes",
           "write \"" + base::shorten(word, 40) + "\":");
    }
    constexpr std::array<std::string_view, 5> kNothing = {"None", "undefined", "NULL", "nil", "Null"};
    for (const std::string_view nothing : kNothing) {
      if (word == nothing) {
        fail(span, "unknown-word", "`" + word + "` means nothing in JSON", "write null");
      }
    }
    const std::string lower = base::to_lower_ascii(word);
    if (lower == "true" || lower == "false") {
      fail(span, "unknown-word", "`" + word + "` means nothing in JSON", "write " + lower);
    }
    if (lower == "nan" || lower == "infinity" || lower == "inf") {
      fail(span, "unknown-word", "`" + word + "` is no JSON number", "write null");
    }
    fail(span, "text-without-quotes", "text must stand in double quotes",
         "write \"" + base::shorten(word, 40) + "\"");
  }

  [[noreturn]] void fail_at_number() const {
    constexpr std::string_view kNumber = "+-.eE0123456789";
    const std::size_t found = text_.find_first_not_of(kNumber, pos_);
    const std::size_t end = found == std::string_view::npos ? text_.size() : found;
    fail(extent_.span(pos_, end), "bad-number", "this is no JSON number",
         "no leading `+`, `.` or 0, and digits after the point; or put it in quotes");
  }

  [[noreturn]] void fail_in_string() const {
    for (std::size_t at = pos_ + 1; at < text_.size(); ++at) {
      if (text_[at] == '\n' || text_[at] == '\r') {
        fail(extent_.span(pos_, at), "unterminated-quote",
             "the text that begins with this quote does not end on its line",
             "add the closing quote; write \\n for a line break within a text");
      }
      if (text_[at] == '\t') {
        fail(extent_.span(at, at + 1), "control-character", "a tab cannot stand in JSON text", "write \\t");
      }
      if (text_[at] == '\\') {
        check_escape(at);
        ++at;
      } else if (text_[at] == '"') {
        fail(extent_.span(pos_, at + 1), "bad-escape", "an escape in this text stands for no character",
             "write the character itself");
      }
    }
    fail(extent_.span(pos_, text_.size()), "unterminated-quote",
         "the text that begins with this quote never ends", "add the closing quote");
  }

  void check_escape(std::size_t at) const {
    constexpr std::string_view kEscapes = "\"\\/bfnrtu";
    if (at + 1 < text_.size() && kEscapes.find(text_[at + 1]) != std::string_view::npos) {
      return;
    }
    fail(extent_.span(at, at + 1), "bad-escape", "this escape is unknown in JSON",
         "write \\\\ for a backslash");
  }

  Extent extent_;
  JsonPlace place_;
  std::string_view text_;
  std::size_t pos_;
  char mark_ = '\0';
  std::size_t mark_at_ = 0;
  bool after_key_ = place_.after_key;
};

}  // namespace

std::size_t skip_json_space(const Extent& extent, std::size_t pos) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t found = extent.text().find_first_not_of(kSpace, pos);
  return found == std::string_view::npos ? extent.end : found;
}

void fail_at_json_mistake(const Extent& extent, const JsonPlace& place) {
  JsonMistake(extent, place).explain();
}

}  // namespace paperboy::value
