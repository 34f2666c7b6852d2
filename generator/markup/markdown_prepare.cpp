#include "markup/markdown_prepare.h"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <tuple>
#include <unordered_map>

#include "base/text.h"
#include "markup/bare_link.h"
#include "markup/math_scan.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxWikiLink = 300;

// Two private-use characters that do not occur in the text.
std::pair<char32_t, char32_t> unused_characters(std::string_view text) {
  constexpr char32_t kFirst = 0xF0000;
  constexpr std::size_t kCount = 0xFFF0;
  std::bitset<kCount> used;
  for (std::size_t i = text.find('\xF3'); i != kNone; i = text.find('\xF3', i + 1)) {
    const char32_t character = base::decode_utf8(text, i).character;
    if (character >= kFirst && character < kFirst + kCount) {
      used.set(character - kFirst);
    }
  }
  std::vector<char32_t> free;
  for (std::size_t i = 0; i < kCount && free.size() < 2; ++i) {
    if (!used.test(i)) {
      free.push_back(kFirst + static_cast<char32_t>(i));
    }
  }
  // A text under the size limit cannot hold all of them.
  return free.size() == 2 ? std::pair(free[0], free[1]) : std::pair(char32_t{0}, char32_t{0});
}

bool is_punctuation(char32_t c) {
  if (c < 0x80) {
    return c > 0x20 && c < 0x7F && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }
  return c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF ||
         (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E);
}

// A character beside a run of `*` or `~`, as far as flanking is concerned.
enum class Side { Other, Cjk, CjkPunctuation, Punctuation };

Side side_of(char32_t c) {
  if (is_cjk_punctuation(c)) {
    return Side::CjkPunctuation;
  }
  return is_cjk(c) ? Side::Cjk : is_punctuation(c) ? Side::Punctuation : Side::Other;
}

bool is_chinese(Side side) {
  return side == Side::Cjk || side == Side::CjkPunctuation;
}

// Copies the text, replacing as it goes.
class Preparation {
 public:
  Preparation(std::string_view text, WikiLinks wiki_links)
      : text_(text), scan_(text, MathScan::Language::Markdown), wiki_links_(wiki_links) {
    std::tie(prepared_.mark, prepared_.token_fence) = unused_characters(text);
    find_backtick_runs();
  }

  PreparedMarkdown run() {
    prepared_.text.reserve(text_.size() + text_.size() / 8);
    while (at_ < text_.size()) {
      step();
    }
    return std::move(prepared_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if ((c == '$' || c == '\\') && formula()) {
      return;
    }
    if (c == '\\') {
      copy(2);
    } else if (c == '`') {
      code_span();
    } else if (c == '<') {
      angle();
    } else if (c == '[' && wiki_link()) {
      return;
    } else if (c == '*' || c == '~') {
      delimiter_run();
    } else {
      const std::size_t end = std::min(text_.find_first_of("$\\`<[*~", at_ + 1), text_.size());
      copy(end - at_);
    }
  }

  void copy(std::size_t count) {
    count = std::min(count, text_.size() - at_);
    prepared_.text += text_.substr(at_, count);
    at_ += count;
    after_token_ = false;
  }
  void shift() {
    prepared_.shifts.emplace_back(static_cast<std::uint32_t>(prepared_.text.size()),
                                  static_cast<std::uint32_t>(at_));
  }

  void put_token(Token token, std::size_t end) {
    token.written = text_.substr(at_, end - at_);
    token.offset = at_;
    base::append_utf8(prepared_.text, prepared_.token_fence);
    prepared_.text += std::to_string(prepared_.tokens.size());
    base::append_utf8(prepared_.text, prepared_.token_fence);
    prepared_.tokens.push_back(std::move(token));
    at_ = end;
    shift();
    after_token_ = true;
  }

  bool formula() {
    const std::optional<MathSpan> span = scan_.at(at_);
    if (!span || (text_[at_] == '\\' && text_[at_ + 1] == '[' && !is_display_line(*span))) {
      return false;
    }
    Token token;
    token.content =
        without_quote_marks(text_.substr(span->content_begin, span->content_end - span->content_begin));
    token.mode = span->mode;
    put_token(std::move(token), span->end);
    return true;
  }

  // `\[1\]` is how Markdown writes plain brackets: only a line of its own that looks like TeX is a formula.
  bool is_display_line(const MathSpan& span) const {
    const std::size_t line = text_.rfind('\n', span.begin) == kNone ? 0 : text_.rfind('\n', span.begin) + 1;
    const bool begins =
        text_.substr(line, std::min<std::size_t>(span.begin - line, 200)).find_first_not_of(" \t>") == kNone;
    const std::size_t after = std::min(text_.find_first_not_of(" \t\r", span.end), text_.size());
    const std::string_view content = text_.substr(span.content_begin, span.content_end - span.content_begin);
    return begins && (after == text_.size() || text_[after] == '\n') &&
           content.find_first_of("\\^_=<>+\n") != kNone;
  }

  // Inside a quotation each line of a display formula begins with `>`.
  static std::string without_quote_marks(std::string_view tex) {
    std::string out;
    for (std::size_t i = 0; i < tex.size(); ++i) {
      out += tex[i];
      const std::size_t start = tex[i] == '\n' ? tex.find_first_not_of(" \t", i + 1) : kNone;
      if (start != kNone && tex[start] == '>') {
        i = tex.find_first_not_of("> \t", start) == kNone ? tex.size()
                                                          : tex.find_first_not_of("> \t", start) - 1;
      }
    }
    return out;
  }

  // Where runs of each length begin, so that an unmatched one is known at once.
  void find_backtick_runs() {
    for (std::size_t i = text_.find('`'); i != kNone; i = text_.find('`', i)) {
      const std::size_t end = std::min(text_.find_first_not_of('`', i), text_.size());
      backtick_runs_[end - i].push_back(i);
      i = end;
    }
  }

  void code_span() {
    const std::size_t length = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    const std::vector<std::size_t>& runs = backtick_runs_[length];
    const auto next = std::upper_bound(runs.begin(), runs.end(), at_);
    const bool closed = next != runs.end() && !scan_.passes_block_end(at_, *next);
    copy(closed ? *next + length - at_ : length);
  }

  // Tags and <addresses> are copied whole.
  void angle() {
    const std::size_t end = text_.substr(0, at_ + 2000).find_first_of(">\n", at_);
    const bool tag =
        end != kNone && text_[end] == '>' && at_ + 1 < text_.size() && !base::is_space(text_[at_ + 1]);
    copy(tag ? end + 1 - at_ : 1);
  }

  bool wiki_link() {
    if (wiki_links_ == WikiLinks::Ignored || text_.substr(at_, 2) != "[[") {
      return false;
    }
    const std::size_t end = text_.substr(0, at_ + kMaxWikiLink).find_first_of("[]\n", at_ + 2);
    if (end == kNone || text_.substr(end, 2) != "]]") {
      return false;
    }
    const std::string_view inside = text_.substr(at_ + 2, end - at_ - 2);
    const std::size_t bar = inside.find('|');
    Token token;
    token.kind = Token::Kind::WikiLink;
    token.content = base::trim(inside.substr(0, bar));
    token.label = base::trim(bar == kNone ? inside : inside.substr(bar + 1));
    if (token.content.empty() || token.label.empty()) {
      return false;
    }
    put_token(std::move(token), end + 2);
    return true;
  }

  char32_t character_before() const {
    if (after_token_ || at_ == 0) {
      return at_ == 0 ? U'\n' : U'x';
    }
    std::size_t begin = at_ - 1;
    while (begin > 0 && at_ - begin < 4 && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) {
      --begin;
    }
    return base::decode_utf8(text_, begin).character;
  }
  char32_t character_after(std::size_t end) const {
    if (end >= text_.size()) {
      return U'\n';
    }
    return scan_.at(end) ? U'x' : base::decode_utf8(text_, end).character;
  }

  // CommonMark lets `**` open or close only where the punctuation beside it stands at a word's edge,
  // but Chinese has no spaces at edges. As in the markdown-cjk-friendly amendment, Chinese punctuation
  // counts as a letter, and other punctuation does where the other side is Chinese: a mark, which
  // cmark takes for a letter, is put between the two.
  void delimiter_run() {
    const std::size_t end = std::min(text_.find_first_not_of(text_[at_], at_), text_.size());
    const std::size_t count = end - at_;
    const Side before = side_of(character_before());
    const Side after = side_of(character_after(end));
    const bool fence = text_[at_] == '~' && count > 2;
    const bool mark_before =
        before == Side::CjkPunctuation || (before == Side::Punctuation && is_chinese(after));
    const bool mark_after =
        after == Side::CjkPunctuation || (after == Side::Punctuation && is_chinese(before));
    put_mark(mark_before && !fence);
    copy(count);
    put_mark(mark_after && !fence);
  }
  void put_mark(bool wanted) {
    if (wanted) {
      base::append_utf8(prepared_.text, prepared_.mark);
      shift();
    }
  }

  std::string_view text_;
  MathScan scan_;
  WikiLinks wiki_links_;
  PreparedMarkdown prepared_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> backtick_runs_;
  std::size_t at_ = 0;
  bool after_token_ = false;
};

}  // namespace

std::size_t PreparedMarkdown::source_offset(std::size_t offset) const {
  const auto next = std::upper_bound(shifts.begin(), shifts.end(), offset,
                                     [](std::size_t value, const auto& pair) { return value < pair.first; });
  if (next == shifts.begin()) {
    return offset;
  }
  const auto& [prepared, source] = *std::prev(next);
  return source + (offset - prepared);
}

std::string PreparedMarkdown::restored(std::string_view part) const {
  std::string out;
  for (std::size_t i = 0; i < part.size();) {
    const base::Decoded decoded = base::decode_utf8(part, i);
    if (decoded.character == token_fence && token_fence != 0) {
      std::size_t number = tokens.size();
      const char* begin = part.data() + i + decoded.size;
      const char* end = std::from_chars(begin, part.data() + part.size(), number).ptr;
      out += number < tokens.size() ? tokens[number].written : "";
      i = std::min(static_cast<std::size_t>(end - part.data()) + decoded.size, part.size());
      continue;
    }
    if (decoded.character != mark || mark == 0) {
      out += part.substr(i, decoded.size);
    }
    i += decoded.size;
  }
  return out;
}

PreparedMarkdown prepare_markdown(std::string_view markdown, WikiLinks wiki_links) {
  return Preparation(markdown, wiki_links).run();
}

}  // namespace paperboy::markup
