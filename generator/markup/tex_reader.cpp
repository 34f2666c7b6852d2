#include "markup/tex_reader.h"

#include <algorithm>

#include "base/text.h"
#include "markup/address.h"
#include "markup/bare_link.h"
#include "markup/tex_letters.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxAddress = 2048;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Offsets of the brace that closes each `{`, in one pass. A backslash protects the next character.
std::vector<std::size_t> match_braces(std::string_view tex) {
  std::vector<std::size_t> ends(tex.size(), kNone);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '\\') {
      ++i;
    } else if (tex[i] == '{') {
      open.push_back(i);
    } else if (tex[i] == '}' && !open.empty()) {
      ends[open.back()] = i;
      open.pop_back();
    }
  }
  return ends;
}

}  // namespace

TexReader::TexReader(const RepairedTex& tex, TexField field, const FieldPlace& place, MathRenderer& math,
                     base::Diagnostics& diagnostics)
    : repaired_(tex),
      tex_(tex.text),
      field_(field),
      place_(place),
      math_(math),
      diagnostics_(diagnostics),
      scan_(tex_, MathScan::Language::Tex),
      group_ends_(match_braces(tex_)) {}

RichText TexReader::run() {
  for (const std::size_t repair : repaired_.repairs) {
    warn(repair, repair + 2, "damaged-tex", "a backslash was lost here, read as a macro",
         "write the backslash doubled where the file format needs it");
  }
  while (at_ < tex_.size()) {
    step();
  }
  for (const Group& group : groups_) {
    warn(group.begin, group.begin + 1, "unbalanced-brace", "this brace is never closed");
  }
  return out_.finish();
}

void TexReader::step() {
  switch (tex_[at_]) {
    case '\\':
      macro();
      break;
    case '{':
      open_group();
      break;
    case '}':
      close_group();
      break;
    case '$':
      dollar();
      break;
    case '^':
    case '_':
      script(tex_[at_]);
      break;
    case '`':
    case '\'':
      quote();
      break;
    case '-':
      dashes();
      break;
    case '~':
      tie();
      break;
    case ' ':
    case '\t':
    case '\r':
    case '\n':
      blank();
      break;
    default:
      if (!bare_address()) {
        plain_run();
      }
  }
}

void TexReader::plain_run() {
  const std::size_t begin = at_;
  do {
    ++at_;
  } while (at_ < tex_.size() && std::string_view("\\{}$^_`'-~ \t\r\nhH").find(tex_[at_]) == kNone);
  out_.text(tex_.substr(begin, at_ - begin));
}

void TexReader::blank() {
  const std::size_t begin = at_;
  skip_spaces();
  const std::string_view spaces = tex_.substr(begin, at_ - begin);
  const bool paragraph = std::count(spaces.begin(), spaces.end(), '\n') > 1;
  if (paragraph && field_ == TexField::Abstract) {
    out_.paragraph_break();
  } else {
    out_.text(" ");
  }
}

void TexReader::open_group() {
  groups_.push_back({at_, out_.open_elements(), {}});
  ++at_;
}

void TexReader::close_group() {
  if (groups_.empty()) {
    warn(at_, at_ + 1, "unbalanced-brace", "this brace closes nothing");
    ++at_;
    return;
  }
  const Group group = groups_.back();
  groups_.pop_back();
  while (out_.open_elements() > group.open_elements) {
    out_.close_element();
  }
  out_.text(group.closing_text);
  ++at_;
}

void TexReader::dollar() {
  const std::optional<MathSpan> span = field_ == TexField::Name ? std::nullopt : scan_.at(at_);
  if (span) {
    formula(*span);
    return;
  }
  const std::size_t next = std::min(tex_.find_first_not_of(" ", at_ + 1), tex_.size());
  const bool money = (next < tex_.size() && is_digit(tex_[next])) || (at_ > 0 && is_digit(tex_[at_ - 1]));
  if (!money) {
    warn(at_, at_ + 1, "unbalanced-dollar", "this dollar sign begins no formula",
         "write \\$ for the sign itself");
  }
  out_.text("$");
  ++at_;
}

void TexReader::formula(const MathSpan& span) {
  show_formula(tex_.substr(span.content_begin, span.content_end - span.content_begin), span.mode, span.begin);
  at_ = span.end;
}

void TexReader::show_formula(std::string_view tex, MathMode mode, std::size_t begin) {
  const Formula& result = math_.render(base::trim(tex), mode);
  if (!result.ok) {
    warn(begin, begin + tex.size() + 2, "bad-math", "this formula is shown as its source: " + result.problem);
  }
  out_.formula(result);
}

// Outside formulas `x^{2}` is most often a formula that lost its dollars; a lone sign is only a sign.
void TexReader::script(char sign) {
  ++at_;
  if (at_ >= tex_.size() || tex_[at_] != '{' || group_ends_[at_] == kNone || !may_style()) {
    out_.text(std::string_view(&sign, 1));
    return;
  }
  warn(at_ - 1, group_ends_[at_] + 1, "math-outside-dollars", "this belongs into a formula");
  open_group();
  out_.open_element(sign == '^' ? "sup" : "sub");
}

void TexReader::quote() {
  const std::string_view rest = tex_.substr(at_);
  if (base::starts_with(rest, "``")) {
    out_.text("“");
    ++open_quotes_;
    at_ += 2;
  } else if (base::starts_with(rest, "''") && open_quotes_ > 0) {
    out_.text("”");
    --open_quotes_;
    at_ += 2;
  } else if (rest[0] == '`') {
    // Only a pair within a few words is a quotation; any other ' is an apostrophe.
    const std::size_t end = rest.substr(0, 200).find_first_of("`'", 1);
    const bool opens = rest.size() > 1 && !base::is_space(rest[1]) && (at_ == 0 || !is_letter(tex_[at_ - 1]));
    const bool pair =
        opens && end != kNone && rest[end] == '\'' && (end + 1 == rest.size() || !is_letter(rest[end + 1]));
    single_quote_end_ = pair ? at_ + end : single_quote_end_;
    out_.text(pair ? "‘" : "`");
    ++at_;
  } else {
    out_.text(at_ == single_quote_end_ ? "’" : "'");
    ++at_;
  }
}

void TexReader::dashes() {
  const std::size_t begin = at_;
  while (at_ < tex_.size() && tex_[at_] == '-') {
    ++at_;
  }
  const std::size_t count = at_ - begin;
  const bool option = count == 2 && out_.after_space() && at_ < tex_.size() && is_letter(tex_[at_]);
  const bool dash = (count == 2 || count == 3) && !option && !out_.inside("code");
  out_.text(!dash ? tex_.substr(begin, count) : count == 2 ? "–" : "—");
}

// Between words it is a space that does not break; before a number it is "about".
void TexReader::tie() {
  const bool between = !out_.after_space() && at_ > 0 && tex_[at_ - 1] != '(' && at_ + 1 < tex_.size() &&
                       !base::is_space(tex_[at_ + 1]);
  out_.text(between ? "\u00A0" : "~");
  ++at_;
}

bool TexReader::bare_address() {
  const bool inside_word = at_ > 0 && (is_letter(tex_[at_ - 1]) || is_digit(tex_[at_ - 1]));
  const std::string start = base::to_lower_ascii(tex_.substr(at_, 8));
  if (field_ != TexField::Abstract || inside_word || out_.inside("a") ||
      (!base::starts_with(start, "http://") && !base::starts_with(start, "https://"))) {
    return false;
  }
  // In an address `\_` is the sign alone; `ends` remembers where each character ended in the text.
  std::string address;
  std::vector<std::size_t> ends;
  for (std::size_t i = at_; i < tex_.size() && ends.size() < kMaxAddress && !base::is_space(tex_[i]); ++i) {
    const bool escaped =
        tex_[i] == '\\' && i + 1 < tex_.size() && std::string_view("_%#&~$").find(tex_[i + 1]) != kNone;
    i += escaped ? 1u : 0u;
    address += tex_[i];
    ends.push_back(i + 1);
  }
  const std::size_t length = bare_link_length(address, 0);
  if (length == 0) {
    return false;
  }
  address.resize(length);
  const std::size_t begin = at_;
  at_ = ends[length - 1];
  write_link(address, address, begin);
  return true;
}

base::SourceSpan TexReader::place_of(std::size_t begin, std::size_t end) const {
  const std::size_t from = repaired_.field_offset(begin);
  return place_.at(from, repaired_.field_offset(std::min(end, tex_.size())) - from);
}

void TexReader::warn(std::size_t begin, std::size_t end, std::string code, std::string message,
                     std::string hint) {
  diagnostics_.warning(place_of(begin, end), std::move(code), std::move(message), std::move(hint));
}

void TexReader::note(std::size_t begin, std::size_t end, std::string code, std::string message) {
  diagnostics_.note(place_of(begin, end), std::move(code), std::move(message));
}

}  // namespace paperboy::markup
