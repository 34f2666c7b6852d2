#include "pipeline/css_text.h"

#include <algorithm>

#include "base/text.h"

namespace paperboy::pipeline {

namespace {

using Kind = CssPiece::Kind;

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '\\' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_css_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_one_of(char c, std::string_view signs) {
  return signs.find(c) != std::string_view::npos;
}

}  // namespace

CssPiece CssScanner::piece(Kind kind, std::size_t end) {
  CssPiece found{kind, text_.substr(at_, end - at_), at_};
  at_ = end;
  return found;
}

CssPiece CssScanner::unclosed_piece(Kind kind, std::size_t end) {
  CssPiece found = piece(kind, end);
  found.is_closed = false;
  return found;
}

CssPiece CssScanner::comment() {
  std::size_t end = text_.find("*/", at_ + 2);
  return end == std::string_view::npos ? unclosed_piece(Kind::Comment, text_.size())
                                       : piece(Kind::Comment, end + 2);
}

// A line break ends a string that was not closed.
CssPiece CssScanner::string() {
  char quote = text_[at_];
  for (std::size_t end = at_ + 1; end < text_.size(); ++end) {
    if (text_[end] == quote) {
      return piece(Kind::String, end + 1);
    }
    if (text_[end] == '\n') {
      return unclosed_piece(Kind::String, end);
    }
    if (text_[end] == '\\') {
      ++end;
    }
  }
  return unclosed_piece(Kind::String, text_.size());
}

CssPiece CssScanner::url(std::size_t opening) {
  std::size_t end = opening + 1;
  while (end < text_.size() && is_css_space(text_[end])) {
    ++end;
  }
  if (end < text_.size() && is_one_of(text_[end], "\"'")) {
    char quote = text_[end++];
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2U : 1U;
    }
  }
  while (end < text_.size() && text_[end] != ')') {
    end += text_[end] == '\\' ? 2U : 1U;
  }
  return end < text_.size() ? piece(Kind::Url, end + 1) : unclosed_piece(Kind::Url, text_.size());
}

CssPiece CssScanner::word() {
  std::size_t end = at_;
  while (end < text_.size() && is_word_character(text_[end])) {
    end += text_[end] == '\\' ? 2U : 1U;
  }
  end = std::min(end, text_.size());
  bool is_url = base::to_lower_ascii(text_.substr(at_, end - at_)) == "url";
  return is_url && end < text_.size() && text_[end] == '(' ? url(end) : piece(Kind::Word, end);
}

std::optional<CssPiece> CssScanner::next() {
  if (at_ >= text_.size()) {
    return std::nullopt;
  }
  char c = text_[at_];
  if (is_css_space(c)) {
    std::size_t end = at_;
    while (end < text_.size() && is_css_space(text_[end])) {
      ++end;
    }
    return piece(Kind::Space, end);
  }
  if (text_.substr(at_, 2) == "/*") {
    return comment();
  }
  if (c == '"' || c == '\'') {
    return string();
  }
  return is_word_character(c) ? word() : piece(Kind::Sign, at_ + 1);
}

std::string_view url_target(const CssPiece& url) {
  std::string_view inside = url.text.substr(std::min(url.text.find('(') + 1, url.text.size()));
  if (base::ends_with(inside, ")")) {
    inside.remove_suffix(1);
  }
  inside = base::trim(inside);
  bool is_quoted = inside.size() >= 2 && is_one_of(inside.front(), "\"'") && inside.back() == inside.front();
  return is_quoted ? inside.substr(1, inside.size() - 2) : inside;
}

namespace {

// Beside these signs white space means nothing, in selectors, values and conditions alike. Before a colon and
// an opening bracket, and behind a closing one, it does: `a :hover`, `and (`, `var(--a) 0`.
constexpr std::string_view kTightBefore = "{};,>!)";
constexpr std::string_view kTightBehind = "{};,>:(";

class CssWriter {
 public:
  void space() { space_wanted_ = !out_.empty(); }
  // A comment keeps what is around it apart without being a space: `a/**/b`.
  void gap() { gap_wanted_ = true; }
  void write(const CssPiece& piece, std::string_view text);
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  char before_ = '{';  // the sign that was written last; 'a' for anything longer, whatever it ends in
  bool space_wanted_ = false;
  bool gap_wanted_ = false;
};

void CssWriter::write(const CssPiece& piece, std::string_view text) {
  // An empty value needs its space: `--shade: ;`.
  bool is_empty_value = before_ == ':' && is_one_of(text.front(), ";}");
  bool is_tight = is_one_of(before_, kTightBehind) || is_one_of(text.front(), kTightBefore);
  if (space_wanted_ && (!is_tight || is_empty_value)) {
    out_ += ' ';
  } else if (gap_wanted_ && !space_wanted_ && !is_tight) {
    out_ += "/**/";
  }
  if (text == "}" && before_ == ';') {
    out_.pop_back();
  }
  out_ += text;
  before_ = piece.kind == Kind::Sign ? text.back() : 'a';
  space_wanted_ = false;
  gap_wanted_ = false;
}

}  // namespace

std::string minify_css(std::string_view text, const std::function<std::string(const CssPiece&)>& write_url) {
  CssWriter writer;
  CssScanner scanner(text);
  while (std::optional<CssPiece> piece = scanner.next()) {
    if (piece->kind == Kind::Space) {
      writer.space();
    } else if (piece->kind == Kind::Comment && !base::starts_with(piece->text, "/*!")) {
      writer.gap();
    } else if (piece->kind == Kind::Url && write_url) {
      std::string changed = write_url(*piece);
      writer.write(*piece, changed.empty() ? piece->text : changed);
    } else {
      writer.write(*piece, piece->text);
    }
  }
  return writer.take();
}

std::vector<CssFault> find_css_faults(std::string_view text) {
  std::vector<CssFault> faults;
  std::vector<CssPiece> open;
  CssScanner scanner(text);
  bool is_at = false;
  while (std::optional<CssPiece> piece = scanner.next()) {
    char sign = piece->kind == Kind::Sign ? piece->text.front() : ' ';
    if (!piece->is_closed) {
      const char* what = piece->kind == Kind::Comment  ? "this comment is never closed"
                         : piece->kind == Kind::String ? "this text is not closed on its line"
                                                       : "this url() is never closed";
      faults.push_back({piece->offset, what, ""});
      return faults;  // what follows would be a consequence
    } else if (is_one_of(sign, "{([")) {
      open.push_back(*piece);
    } else if (is_one_of(sign, "})]")) {
      char wanted = sign == '}' ? '{' : sign == ')' ? '(' : '[';
      if (open.empty() || open.back().text.front() != wanted) {
        faults.push_back({piece->offset, "this '" + std::string(1, sign) + "' closes nothing", ""});
        return faults;
      }
      open.pop_back();
    } else if (is_at && base::to_lower_ascii(piece->text) == "import") {
      faults.push_back({piece->offset - 1, "@import means nothing where sheets are joined into one",
                        "list the sheet under `style` of `look` in content/site.yaml"});
    }
    is_at = sign == '@';
  }
  for (const CssPiece& piece : open) {
    faults.push_back({piece.offset, "this '" + std::string(piece.text) + "' is never closed", ""});
  }
  std::stable_sort(faults.begin(), faults.end(),
                   [](const CssFault& a, const CssFault& b) { return a.offset < b.offset; });
  return faults;
}

}  // namespace paperboy::pipeline
