#include "markup/tex_writer.h"

#include <algorithm>

#include "base/text.h"
#include "markup/formula_lines.h"
#include "markup/math_alphabet.h"

namespace paperboy::markup {
namespace {

// "2" after "x" becomes "²"; words like the "th" of 98th stay as they are.
std::string raised_digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool digit = (c >= '0' && c <= '9') || c == '-' || c == '+';
    const std::optional<char32_t> small = digit ? raised(static_cast<unsigned char>(c)) : std::nullopt;
    if (!small) {
      return std::string(text);
    }
    base::append_utf8(out, *small);
  }
  return out;
}

}  // namespace

void TexWriter::write_pending_space() {
  if (pending_space_ && !plain_.empty() && plain_.back() != '\n') {
    run_ += ' ';
    plain_ += ' ';
  }
  pending_space_ = false;
}

void TexWriter::text(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (base::is_space(words[i])) {
      pending_space_ = true;
      continue;
    }
    write_pending_space();
    const std::size_t begin = i;
    while (i + 1 < words.size() && !base::is_space(words[i + 1])) {
      ++i;
    }
    run_ += words.substr(begin, i + 1 - begin);
    plain_ += words.substr(begin, i + 1 - begin);
  }
}

void TexWriter::flush() {
  base::append_html_escaped(html_, base::to_nfc(run_));
  run_.clear();
}

void TexWriter::formula(const Formula& formula) {
  write_pending_space();
  flush();
  html_ += formula.html.str();
  plain_ += formula.plain;
}

void TexWriter::line_break() {
  flush();
  html_ += "<br>";
  plain_ += '\n';
  pending_space_ = false;
}

void TexWriter::paragraph_break() {
  if (plain_.empty() || plain_.back() == '\n') {
    return;
  }
  line_break();
  html_ += "<br>";
}

void TexWriter::open_element(std::string_view name, std::string_view attributes) {
  write_pending_space();
  flush();
  html_ += '<';
  html_ += name;
  html_ += attributes;
  html_ += '>';
  elements_.push_back({std::string(name), plain_.size()});
}

void TexWriter::close_element() {
  if (elements_.empty()) {
    return;
  }
  flush();
  const Element element = std::move(elements_.back());
  elements_.pop_back();
  html_ += "</" + element.name + ">";
  if (element.name == "sup") {
    const std::string small = raised_digits(std::string_view(plain_).substr(element.plain_begin));
    plain_.replace(element.plain_begin, std::string::npos, small);
  }
}

bool TexWriter::inside(std::string_view name) const {
  return std::any_of(elements_.begin(), elements_.end(),
                     [&](const Element& one) { return one.name == name; });
}

RichText TexWriter::finish() {
  while (!elements_.empty()) {
    close_element();
  }
  flush();
  while (base::ends_with(html_, "<br>")) {
    html_.resize(html_.size() - 4);
  }
  std::string html = keep_formulas_with_punctuation(std::move(html_));
  html.shrink_to_fit();
  return {base::Html::trusted(std::move(html)), base::to_nfc(base::trim(plain_))};
}

}  // namespace paperboy::markup
