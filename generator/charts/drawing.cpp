#include "charts/drawing.h"

#include <cmath>

#include "base/text.h"

namespace paperboy::charts {

namespace {

// Room for one more line is kept in words where the text has spaces near, else between any two letters, as in
// Chinese.
std::size_t line_end(std::string_view text, double width) {
  std::size_t end = 0;
  std::size_t at_word = 0;
  while (end < text.size()) {
    const base::Decoded next = base::decode_utf8(text, end);
    if (text_width(text.substr(0, end + next.size)) > width) {
      return at_word > end / 2 ? at_word : end;
    }
    if (next.character == U' ') {
      at_word = end;
    }
    end += next.size;
  }
  return text.size();
}

// What the style sheet's text-autospace puts between a Chinese character and a letter or digit, in ems.
constexpr double kBesideHan = 0.125;

// In ems.
double letter_width(char32_t letter, std::size_t cells) {
  if (cells != 1) {
    return cells == 0 ? 0 : 1;
  }
  if (letter < 0x80 &&
      std::string_view(" .,:;'|!()[]ijlftrI").find(static_cast<char>(letter)) != std::string_view::npos) {
    return 0.36;
  }
  if (letter == U'm' || letter == U'w' || letter == U'M' || letter == U'W' || letter == U'%') {
    return 0.95;
  }
  return letter >= U'a' && letter <= U'z' ? 0.6 : 0.68;
}

std::string_view anchor_name(Anchor anchor) {
  return anchor == Anchor::Middle ? "middle" : "end";
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) {
    out.append(" ").append(name).append("=\"").append(value).append("\"");
  }
}

}  // namespace

std::string coordinate(double value) {
  const long tenths = std::lround(value * 10);
  std::string text = std::to_string(std::labs(tenths) / 10);
  if (tenths % 10 != 0) {
    text += "." + std::to_string(std::labs(tenths) % 10);
  }
  return tenths < 0 ? "-" + text : text;
}

double text_width(std::string_view text) {
  double width = 0;
  std::size_t cells_before = 0;  // of the letter before; 0: no letter
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded next = base::decode_utf8(text, at);
    const std::size_t cells = base::display_width(text.substr(at, next.size));
    const bool is_letter = base::character_kind(next.character) != base::CharacterKind::Other;
    width += kTextSize * letter_width(next.character, cells);
    width += is_letter && cells_before != 0 && cells_before != cells ? kTextSize * kBesideHan : 0;
    cells_before = is_letter ? cells : 0;
    at += next.size;
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, double width, std::size_t most) {
  std::vector<std::string> lines;
  std::string_view rest = base::trim(text);
  while (!rest.empty() && lines.size() < most) {
    std::size_t end = line_end(rest, width);
    if (lines.size() + 1 == most && end < rest.size()) {
      end = line_end(rest, width - text_width("…"));
      lines.push_back(std::string(base::trim(rest.substr(0, end))) + "…");
      break;
    }
    if (end == 0) {
      end = base::decode_utf8(rest, 0).size;
    }
    lines.emplace_back(base::trim(rest.substr(0, end)));
    rest = base::trim(rest.substr(end));
  }
  return lines;
}

void Drawing::text(Point at, Anchor anchor, std::string_view css_class, std::string_view text,
                   std::string_view language) {
  body_ += "<text x=\"" + coordinate(at.x) + "\" y=\"" + coordinate(at.y) + "\"";
  append_attribute(body_, "text-anchor", anchor == Anchor::Start ? "" : anchor_name(anchor));
  append_attribute(body_, "class", css_class);
  append_attribute(body_, "lang", base::Html::escaped(language).str());
  body_ += ">";
  base::append_html_escaped(body_, text);
  body_ += "</text>\n";
}

void Drawing::path(std::string_view css_class, std::string_view data) {
  if (!data.empty()) {
    body_ += "<path";
    append_attribute(body_, "class", css_class);
    append_attribute(body_, "d", data);
    body_ += "/>\n";
  }
}

void Drawing::strokes(std::string_view css_class, double thickness, std::string_view data) {
  if (!data.empty()) {
    body_ += "<path";
    append_attribute(body_, "class", css_class);
    append_attribute(body_, "stroke-width", coordinate(thickness));
    append_attribute(body_, "d", data);
    body_ += "/>\n";
  }
}

base::Html Drawing::finish(double height) const {
  const std::string id = base::Html::escaped(caption_.id).str();
  std::string out = "<svg class=\"plot\" viewBox=\"0 0 " + coordinate(kWidth) + " " + coordinate(height) +
                    "\" font-size=\"" + coordinate(kTextSize) + "\" role=\"img\" aria-labelledby=\"" + id +
                    "-title " + id + "-text\">\n<title id=\"" + id + "-title\">" +
                    base::Html::escaped(caption_.title).str() + "</title>\n<desc id=\"" + id + "-text\">" +
                    base::Html::escaped(caption_.description).str() + "</desc>\n";
  return base::Html::trusted(out + body_ + "</svg>");
}

std::string upright(double x, double from, double to) {
  return "M" + coordinate(x) + " " + coordinate(from) + "V" + coordinate(to);
}

std::string level(double y, double from, double to) {
  return "M" + coordinate(from) + " " + coordinate(y) + "H" + coordinate(to);
}

}  // namespace paperboy::charts
