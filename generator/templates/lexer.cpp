#include "templates/lexer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "base/text.h"

namespace paperboy::templates {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_part(char c) {
  return is_name_start(c) || is_digit(c);
}

struct Operator {
  std::string_view text;
  TokenKind kind;
};
// Longer ones first.
constexpr Operator kOperators[] = {
    {"**", TokenKind::DoubleStar}, {"//", TokenKind::DoubleSlash}, {"==", TokenKind::Equal},
    {"!=", TokenKind::NotEqual},   {"<=", TokenKind::LessEqual},   {">=", TokenKind::GreaterEqual},
    {".", TokenKind::Dot},         {",", TokenKind::Comma},        {":", TokenKind::Colon},
    {"|", TokenKind::Pipe},        {"=", TokenKind::Assign},       {"+", TokenKind::Plus},
    {"-", TokenKind::Minus},       {"*", TokenKind::Star},         {"/", TokenKind::Slash},
    {"%", TokenKind::Percent},     {"~", TokenKind::Tilde},        {"<", TokenKind::Less},
    {">", TokenKind::Greater},     {"(", TokenKind::LeftParen},    {")", TokenKind::RightParen},
    {"[", TokenKind::LeftBracket}, {"]", TokenKind::RightBracket}, {"{", TokenKind::LeftBrace},
    {"}", TokenKind::RightBrace},
};

// What other languages write, and what to write here.
struct Foreign {
  std::string_view text;
  std::string_view hint;
};
constexpr Foreign kForeign[] = {
    {"&&", "write: a and b"},
    {"||", "write: a or b"},
    {"!", "write: not a"},
    {"?", "write: a if condition else b"},
    {"“", "texts stand in straight quotes: \"…\""},
    {"”", "texts stand in straight quotes: \"…\""},
    {"‘", "texts stand in straight quotes: '…'"},
    {"’", "texts stand in straight quotes: '…'"},
};

// What a delimiter says about the white space outside of it.
enum class Trim { Default, All, Keep };

class Lexer {
 public:
  Lexer(const base::Source& source, base::Diagnostics& diagnostics)
      : source_(source), text_(source.text()), diagnostics_(diagnostics) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) read_text();
    add(TokenKind::End, text_.size(), text_.size());
    return std::move(tokens_);
  }

 private:
  base::SourceSpan span(std::size_t begin, std::size_t end) const {
    return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  Token& add(TokenKind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.kind = kind;
    token.span = span(begin, end);
    return tokens_.emplace_back(std::move(token));
  }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool looking_at(std::string_view word) const { return text_.substr(at_).substr(0, word.size()) == word; }

  void read_text();
  void read_comment(std::size_t open);
  void read_inside(std::size_t open, TokenKind open_kind);
  bool read_close(std::size_t open, TokenKind open_kind);
  bool read_raw(std::size_t open);
  void read_token();
  void read_string();
  void read_escape(std::string& out);
  void read_number();
  void read_operator();
  bool read_foreign();
  Trim read_trim_mark();
  void finish_text(std::size_t begin, std::size_t end, Trim right, bool is_print);
  void skip_after(Trim trim, bool is_print);

  const base::Source& source_;
  std::string_view text_;
  base::Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;  // open brackets inside the current tag
};

Trim Lexer::read_trim_mark() {
  if (peek() == '-') {
    ++at_;
    return Trim::All;
  }
  if (peek() == '+') {
    ++at_;
    return Trim::Keep;
  }
  return Trim::Default;
}

// Adds the text [begin, end), which ends at a delimiter.
void Lexer::finish_text(std::size_t begin, std::size_t end, Trim right, bool is_print) {
  if (right == Trim::All) {
    while (end > begin && base::is_space(text_[end - 1])) --end;
  } else if (right == Trim::Default && !is_print) {
    std::size_t blank = end;
    while (blank > begin && (text_[blank - 1] == ' ' || text_[blank - 1] == '\t')) --blank;
    if (blank == 0 || text_[blank - 1] == '\n')
      end = blank;
  }
  if (end > begin)
    add(TokenKind::Text, begin, end);
}

// Drops what white space control takes away behind a delimiter.
void Lexer::skip_after(Trim trim, bool is_print) {
  if (trim == Trim::All) {
    while (at_ < text_.size() && base::is_space(text_[at_])) ++at_;
  } else if (trim == Trim::Default && !is_print) {
    if (looking_at("\r\n"))
      at_ += 2;
    else if (peek() == '\n')
      ++at_;
  }
}

void Lexer::read_text() {
  const std::size_t begin = at_;
  std::size_t open = text_.find('{', at_);
  while (open != std::string_view::npos && open + 1 < text_.size() && text_[open + 1] != '{' &&
         text_[open + 1] != '%' && text_[open + 1] != '#')
    open = text_.find('{', open + 1);
  if (open == std::string_view::npos || open + 1 >= text_.size()) {
    at_ = text_.size();
    add(TokenKind::Text, begin, at_);
    return;
  }
  const char what = text_[open + 1];
  at_ = open + 2;
  const Trim trim = read_trim_mark();
  finish_text(begin, open, trim, what == '{');
  if (what == '#')
    read_comment(open);
  else if (what != '%' || !read_raw(open))
    read_inside(open, what == '{' ? TokenKind::PrintOpen : TokenKind::TagOpen);
}

void Lexer::read_comment(std::size_t open) {
  const std::size_t close = text_.find("#}", at_);
  if (close == std::string_view::npos) {
    diagnostics_.error(span(open, open + 2), "unclosed-tag", "comment is never closed",
                       "add #} where it ends");
    at_ = text_.size();
    return;
  }
  const char mark = close > at_ ? text_[close - 1] : ' ';
  at_ = close + 2;
  skip_after(mark == '-' ? Trim::All : mark == '+' ? Trim::Keep : Trim::Default, false);
}

// {% raw %} … {% endraw %}: everything between is text. False when this tag is another one.
bool Lexer::read_raw(std::size_t open) {
  const std::size_t start = at_;
  const auto skip_blanks = [&] {
    while (at_ < text_.size() && base::is_space(text_[at_])) ++at_;
  };
  // Reads `word %}` behind "{%"; gives back what the closing delimiter says.
  const auto read_word = [&](std::string_view word) -> std::optional<Trim> {
    skip_blanks();
    if (!looking_at(word))
      return std::nullopt;
    at_ += word.size();
    skip_blanks();
    const Trim trim = read_trim_mark();
    if (!looking_at("%}"))
      return std::nullopt;
    at_ += 2;
    return trim;
  };
  const std::optional<Trim> opening = read_word("raw");
  if (!opening) {
    at_ = start;
    return false;
  }
  skip_after(*opening, false);
  const std::size_t begin = at_;
  for (std::size_t end = text_.find("{%", at_); end != std::string_view::npos;
       end = text_.find("{%", end + 2)) {
    at_ = end + 2;
    const Trim left = read_trim_mark();
    if (const std::optional<Trim> right = read_word("endraw")) {
      finish_text(begin, end, left, false);
      skip_after(*right, false);
      return true;
    }
  }
  diagnostics_.error(span(open, open + 2), "unclosed-tag", "raw is never closed", "add {% endraw %}");
  at_ = text_.size();
  return true;
}

void Lexer::read_inside(std::size_t open, TokenKind open_kind) {
  add(open_kind, open, at_);
  depth_ = 0;
  while (at_ < text_.size()) {
    if (looking_at("{%"))
      return;  // the parser misses the end of this tag
    if (base::is_space(peek()))
      ++at_;
    else if (read_close(open, open_kind))
      return;
    else
      read_token();
  }
  const bool is_print = open_kind == TokenKind::PrintOpen;
  diagnostics_.error(span(open, open + 2), "unclosed-tag",
                     is_print ? "'{{' is never closed" : "'{%' is never closed",
                     is_print ? "add }} where the expression ends" : "add %} where the tag ends");
}

// The delimiter that ends this tag. A wrong one is taken too, to keep the damage small.
bool Lexer::read_close(std::size_t, TokenKind open_kind) {
  const std::size_t mark = peek() == '-' || peek() == '+' ? 1 : 0;
  const bool percent = peek(mark) == '%' && peek(mark + 1) == '}';
  const bool brace = peek(mark) == '}' && peek(mark + 1) == '}';
  // Inside {"a": {"b": 1}} two braces in a row close mappings.
  if (!percent && !(brace && depth_ == 0))
    return false;
  const std::size_t begin = at_;
  const Trim trim = read_trim_mark();
  at_ += 2;
  const TokenKind kind = open_kind == TokenKind::PrintOpen ? TokenKind::PrintClose : TokenKind::TagClose;
  if (percent != (kind == TokenKind::TagClose))
    diagnostics_.error(span(begin, at_), "template-syntax",
                       std::string("expected ") + std::string(describe(kind)) + ", found " +
                           std::string(describe(percent ? TokenKind::TagClose : TokenKind::PrintClose)));
  add(kind, begin, at_);
  skip_after(trim, !percent);
  return true;
}

void Lexer::read_token() {
  const std::size_t begin = at_;
  const char c = peek();
  if (is_name_start(c)) {
    while (is_name_part(peek())) ++at_;
    add(TokenKind::Name, begin, at_);
  } else if (is_digit(c)) {
    read_number();
  } else if (c == '"' || c == '\'') {
    read_string();
  } else {
    read_operator();
  }
}

bool Lexer::read_foreign() {
  if (looking_at("!="))
    return false;
  for (const Foreign& foreign : kForeign) {
    if (!looking_at(foreign.text))
      continue;
    const std::size_t end = at_ + foreign.text.size();
    diagnostics_.error(span(at_, end), "template-syntax",
                       "'" + std::string(foreign.text) + "' has no meaning here", std::string(foreign.hint));
    at_ = end;
    return true;
  }
  return false;
}

void Lexer::read_operator() {
  if (read_foreign())
    return;
  for (const Operator& candidate : kOperators) {
    if (!looking_at(candidate.text))
      continue;
    add(candidate.kind, at_, at_ + candidate.text.size());
    at_ += candidate.text.size();
    const char c = candidate.text[0];
    if (c == '(' || c == '[' || c == '{')
      ++depth_;
    else if ((c == ')' || c == ']' || c == '}') && depth_ > 0)
      --depth_;
    return;
  }
  const std::size_t size = base::decode_utf8(text_, at_).size;
  diagnostics_.error(span(at_, at_ + size), "template-syntax",
                     "unexpected character '" + base::json_escape(text_.substr(at_, size)) + "'");
  at_ += size;
}

void Lexer::read_number() {
  const std::size_t begin = at_;
  bool is_float = false;
  while (is_digit(peek())) ++at_;
  if (peek() == '.' && is_digit(peek(1))) {
    is_float = true;
    ++at_;
    while (is_digit(peek())) ++at_;
  }
  const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
  if ((peek() == 'e' || peek() == 'E') && is_digit(peek(sign))) {
    is_float = true;
    at_ += sign;
    while (is_digit(peek())) ++at_;
  }
  const char* const first = text_.data() + begin;
  const char* const last = text_.data() + at_;
  Token& token = add(is_float ? TokenKind::Float : TokenKind::Integer, begin, at_);
  const std::from_chars_result result =
      is_float ? std::from_chars(first, last, token.number) : std::from_chars(first, last, token.integer);
  if (result.ec != std::errc())
    diagnostics_.error(token.span, "template-syntax", "number is too large");
}

void Lexer::read_string() {
  const std::size_t begin = at_;
  const char quote = text_[at_++];
  std::string value;
  while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
    if (text_[at_] == '\\')
      read_escape(value);
    else
      value += text_[at_++];
  }
  if (peek() != quote) {
    diagnostics_.error(span(begin, begin + 1), "template-syntax", "text in quotes is never closed");
    // Going on behind the next delimiter keeps the rest of the file from looking like one text.
    at_ = std::min({text_.find("%}", begin), text_.find("}}", begin), at_});
    depth_ = 0;
    add(TokenKind::String, begin, at_);
    return;
  }
  ++at_;
  add(TokenKind::String, begin, at_).text = std::move(value);
}

void Lexer::read_escape(std::string& out) {
  const std::size_t begin = at_++;
  const char c = peek();
  constexpr std::string_view kPlain = "\\\"'/";
  if (c == 'n' || c == 't' || c == 'r') {
    out += c == 'n' ? '\n' : c == 't' ? '\t' : '\r';
  } else if (c == 'u') {
    unsigned code = 0;
    const char* const first = text_.data() + at_ + 1;
    const std::size_t room = std::min<std::size_t>(4, text_.size() - at_ - 1);
    const std::from_chars_result result = std::from_chars(first, first + room, code, 16);
    if (result.ptr != first + 4 || code < 0x20 || (code >= 0xD800 && code < 0xE000)) {
      diagnostics_.error(span(begin, begin + 2), "template-syntax",
                         "\\u needs four hexadecimal digits of a character", "for example \\u00e9");
    } else {
      base::append_utf8(out, code);
      at_ += 4;
    }
  } else if (c != '\0' && kPlain.find(c) != std::string_view::npos) {
    out += c;
  } else {
    diagnostics_.error(span(begin, std::min(begin + 2, text_.size())), "template-syntax",
                       "unknown escape in a text",
                       "known: \\n \\t \\r \\\\ \\\" \\' \\/ \\u0000; write \\\\ for a backslash");
    return;
  }
  ++at_;
}

}  // namespace

std::vector<Token> tokenize(const base::Source& source, base::Diagnostics& diagnostics) {
  return Lexer(source, diagnostics).run();
}

}  // namespace paperboy::templates
