#include <algorithm>
#include <string>

#include "base/text.h"
#include "markup/address.h"
#include "markup/tex_letters.h"
#include "markup/tex_reader.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Signs in an address that TeX wants escaped.
std::string unescaped_address(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const bool escaped = raw[i] == '\\' && i + 1 < raw.size() && !is_letter(raw[i + 1]);
    i += escaped ? 1 : 0;
    if (raw[i] != '{' && raw[i] != '}') {
      out += raw[i];
    }
  }
  return std::string(base::trim(out));
}

bool is_formula_environment(std::string_view name) {
  return name == "equation" || name == "align" || name == "gather" || name == "displaymath" ||
         name == "multline" || name == "eqnarray" || name == "math";
}

}  // namespace

void TexReader::skip_spaces() {
  while (at_ < tex_.size() && base::is_space(tex_[at_])) {
    ++at_;
  }
}

std::size_t TexReader::group_end(std::size_t open) const {
  return open < tex_.size() && tex_[open] == '{' ? group_ends_[open] : kNone;
}

// The inside of the next group, or the next character.
std::string_view TexReader::raw_argument() {
  skip_spaces();
  if (at_ >= tex_.size()) {
    return {};
  }
  const std::size_t end = group_end(at_);
  if (end != kNone) {
    const std::string_view inside = tex_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return inside;
  }
  const std::size_t begin = at_;
  at_ += tex_[at_] == '{' || tex_[at_] == '}' ? 0 : base::decode_utf8(tex_, at_).size;
  return tex_.substr(begin, at_ - begin);
}

void TexReader::skip_option() {
  if (at_ < tex_.size() && tex_[at_] == '[') {
    const std::size_t end = tex_.substr(0, at_ + 200).find(']', at_);
    at_ = end == kNone ? at_ : end + 1;
  }
}

void TexReader::macro() {
  const std::size_t begin = at_++;
  std::size_t end = at_;
  while (end < tex_.size() && is_letter(tex_[end])) {
    ++end;
  }
  if (end == at_) {
    symbol_macro(begin);
    return;
  }
  const std::string_view name = tex_.substr(at_, end - at_);
  at_ = end + (end < tex_.size() && tex_[end] == '*' ? 1 : 0);
  named_macro(name, begin);
}

void TexReader::symbol_macro(std::size_t begin) {
  if (at_ >= tex_.size()) {
    out_.text("\\");
    return;
  }
  const std::string_view sign = tex_.substr(at_, base::decode_utf8(tex_, at_).size);
  const std::optional<MathSpan> span =
      (sign == "(" || sign == "[") && field_ != TexField::Name ? scan_.at(begin) : std::nullopt;
  if (span) {
    formula(*span);
    return;
  }
  at_ += sign.size();
  if (const std::optional<char32_t> combining = tex_accent(sign)) {
    accent(*combining, begin, false);
  } else if (sign == "\\") {
    skip_option();
    out_.line_break();
  } else if (sign == ",") {
    out_.text("\u202F");
  } else if (base::is_space(sign[0]) || sign == ";" || sign == ":") {
    out_.text(" ");
  } else if (std::string_view("!-/@").find(sign[0]) == kNone) {
    const bool known = std::string_view("%&_#$|").find(sign[0]) != kNone || sign == "{" || sign == "}";
    if (!known) {
      warn(begin, at_, "unknown-macro", "a backslash before \"" + std::string(sign) + "\" means nothing");
    }
    out_.text(sign == "|" ? "‖" : sign);
  }
}

void TexReader::named_macro(std::string_view name, std::size_t begin) {
  const std::optional<char32_t> combining = tex_accent(name);
  const std::optional<std::string_view> symbol = tex_symbol(name);
  const TexMacro* known = find_tex_macro(name);
  if (combining && !out_.inside("a")) {
    accent(*combining, begin, true);
  } else if (symbol) {
    out_.text(*symbol);
    if (base::starts_with(tex_.substr(at_), "{}")) {
      at_ += 2;
    } else if (is_tex_letter(name)) {
      skip_spaces();
    }
  } else if (known != nullptr) {
    known_macro(*known, begin);
  } else {
    unknown_macro(name, begin);
  }
}

// The text an accent stands on: `i`, `{\i}`, `\i`, `{oo}`.
std::string TexReader::accent_argument() {
  const bool braces = group_end(at_) != kNone;
  const std::size_t end = braces ? group_end(at_) : tex_.size();
  if (braces) {
    ++at_;
    skip_spaces();
  }
  std::string out;
  while (at_ < end && (braces || out.empty())) {
    if (tex_[at_] != '\\') {
      const std::size_t size = base::decode_utf8(tex_, at_).size;
      if (tex_[at_] != '{' && tex_[at_] != '}') {
        out += tex_.substr(at_, size);
      } else if (!braces) {
        break;
      }
      at_ += size;
      continue;
    }
    std::size_t name_end = at_ + 1;
    while (name_end < end && is_letter(tex_[name_end])) {
      ++name_end;
    }
    const std::string_view name = tex_.substr(at_ + 1, name_end - at_ - 1);
    const std::optional<std::string_view> letter = tex_symbol(name);
    if (!letter && !braces) {
      break;
    }
    out += letter ? *letter : name;
    at_ = std::max(name_end, at_ + 1);
  }
  at_ = braces ? end + 1 : at_;
  return out;
}

void TexReader::accent(char32_t combining, std::size_t begin, bool letter_macro) {
  if (letter_macro) {
    skip_spaces();
  }
  if (at_ < tex_.size() && tex_[at_] == '$') {
    return;
  }
  if (at_ < tex_.size() && tex_[at_] == '{' && group_end(at_) == kNone) {
    warn(at_, at_ + 1, "unbalanced-brace", "this brace is never closed");
    ++at_;
  }
  const std::string argument = at_ < tex_.size() ? accent_argument() : std::string();
  if (argument.empty() || base::is_space(argument[0])) {
    note(begin, at_, "unknown-macro", "this accent has no letter");
    out_.text(argument);
    return;
  }
  out_.text(with_accent(argument, combining));
}

void TexReader::known_macro(const TexMacro& macro, std::size_t begin) {
  switch (macro.action) {
    case TexAction::Style:
      style(macro);
      break;
    case TexAction::Declaration:
      declaration(macro);
      break;
    case TexAction::Plain:
      break;
    case TexAction::Drop:
      raw_argument();
      break;
    case TexAction::DropFirst:
      skip_option();
      raw_argument();
      break;
    case TexAction::Cite:
      citation();
      break;
    case TexAction::Link:
      link(begin);
      break;
    case TexAction::Address:
      address(begin);
      break;
    case TexAction::Footnote:
      out_.text(" (");
      skip_spaces();
      if (group_end(at_) != kNone) {
        open_group();
        groups_.back().closing_text = ")";
      }
      break;
    case TexAction::Item:
      skip_option();
      out_.line_break();
      out_.text("• ");
      break;
    case TexAction::Paragraph:
      out_.paragraph_break();
      break;
    case TexAction::Begin:
      begin_environment(begin);
      break;
    case TexAction::End:
      raw_argument();
      out_.text(" ");
      break;
  }
}

void TexReader::style(const TexMacro& macro) {
  skip_spaces();
  if (group_end(at_) == kNone || !may_style()) {
    return;
  }
  open_group();
  out_.open_element(macro.element, macro.attributes);
}

// Lasts to the end of the group it stands in.
void TexReader::declaration(const TexMacro& macro) {
  skip_spaces();
  if (base::starts_with(tex_.substr(at_), "{}")) {
    at_ += 2;
  }
  if (may_style()) {
    if (group_end(at_) != kNone) {
      open_group();
    }
    out_.open_element(macro.element, macro.attributes);
  }
}

void TexReader::citation() {
  skip_option();
  skip_option();
  out_.text("[" + base::replace_all(base::collapse_spaces(raw_argument()), ",", ", ") + "]");
}

void TexReader::write_link(std::string_view target, std::string_view words, std::size_t begin) {
  const bool linked = field_ == TexField::Abstract && !out_.inside("a") && may_style();
  if (linked && !is_absolute_address(target)) {
    warn(begin, at_, "unsafe-address",
         "this address is not linked: only full http, https and mailto ones are");
  }
  if (!linked || !is_absolute_address(target)) {
    out_.text(words);
    return;
  }
  out_.open_element("a", " href=\"" + base::Html::escaped(target).str() + "\"");
  out_.text(words);
  out_.close_element();
}

void TexReader::link(std::size_t begin) {
  skip_option();
  const std::string target = unescaped_address(raw_argument());
  skip_spaces();
  if (group_end(at_) == kNone) {
    write_link(target, target, begin);
    return;
  }
  const bool linked = field_ == TexField::Abstract && !out_.inside("a") && may_style();
  open_group();
  if (linked && is_absolute_address(target)) {
    out_.open_element("a", " href=\"" + base::Html::escaped(target).str() + "\"");
  } else if (linked) {
    warn(begin, at_, "unsafe-address",
         "this address is not linked: only full http, https and mailto ones are");
  }
}

void TexReader::address(std::size_t begin) {
  const std::string target = unescaped_address(raw_argument());
  write_link(target, target, begin);
}

void TexReader::begin_environment(std::size_t begin) {
  const std::string_view full_name = raw_argument();
  const std::string_view name =
      base::ends_with(full_name, "*") ? full_name.substr(0, full_name.size() - 1) : full_name;
  const std::string closing = "\\end{" + std::string(full_name) + "}";
  const std::size_t end =
      is_formula_environment(name) ? tex_.substr(0, at_ + 4096).find(closing, at_) : kNone;
  if (end == kNone) {
    skip_option();
    out_.text(" ");
    return;
  }
  const std::string_view inside = tex_.substr(at_, end - at_);
  const bool aligned = name == "align" || name == "eqnarray";
  const std::string tex =
      aligned ? "\\begin{aligned}" + std::string(inside) + "\\end{aligned}" : std::string(inside);
  show_formula(tex, name == "math" ? MathMode::Inline : MathMode::Display, begin);
  at_ = end + closing.size();
}

// The name says more than nothing where there is no argument; a sign of mathematics is shown as that sign.
void TexReader::unknown_macro(std::string_view name, std::size_t begin) {
  const bool argument = at_ < tex_.size() && (tex_[at_] == '{' || tex_[at_] == '[');
  const bool empty_argument = base::starts_with(tex_.substr(at_), "{}");
  const std::string shown = "\\" + std::string(name);
  if (!argument || empty_argument) {
    const Formula* sign = field_ == TexField::Name ? nullptr : &math_.render(shown, MathMode::Inline);
    const bool known = sign != nullptr && sign->ok && !sign->plain.empty();
    note(begin, at_, known ? "math-outside-dollars" : "unknown-macro",
         known ? shown + " belongs into a formula" : shown + " is not known, its name is shown");
    out_.text(known ? std::string_view(sign->plain) : name);
    at_ += empty_argument ? 2 : 0;
    return;
  }
  note(begin, at_, "unknown-macro", shown + " is not known, its argument is shown");
  skip_option();
}

}  // namespace paperboy::markup
