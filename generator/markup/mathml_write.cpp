#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "base/text.h"
#include "markup/math_alphabet.h"
#include "markup/mathml.h"

namespace paperboy::markup {
namespace {

// Sorted. Everything else becomes <mrow>.
constexpr std::array<std::string_view, 29> kElements = {
    "annotation", "math",    "merror",     "mfrac",       "mi",       "mmultiscripts", "mn",  "mo",
    "mover",      "mpadded", "mphantom",   "mprescripts", "mroot",    "mrow",          "ms",  "mspace",
    "msqrt",      "mstyle",  "msub",       "msubsup",     "msup",     "mtable",        "mtd", "mtext",
    "mtr",        "munder",  "munderover", "none",        "semantics"};
static_assert(std::is_sorted(kElements.begin(), kElements.end()));

bool contains(const auto& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

constexpr std::array<std::string_view, 5> kBooleans = {"accent", "accentunder", "displaystyle",
                                                       "movablelimits", "stretchy"};
constexpr std::array<std::string_view, 4> kOperatorBooleans = {"fence", "largeop", "separator", "symmetric"};
constexpr std::array<std::string_view, 9> kLengths = {
    "depth", "height", "linethickness", "lspace", "maxsize", "minsize", "rspace", "voffset", "width"};
constexpr double kMaxLength = 60;

bool is_number(std::string_view text, bool negative_allowed) {
  const std::size_t begin = negative_allowed && base::starts_with(text, "-") ? 1 : 0;
  return text.size() > begin && text.size() < 12 &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// A length no formula needs to pass: larger ones would push the text off the page.
bool is_length(std::string_view value) {
  const std::size_t unit = std::min(value.find_first_not_of("-+.0123456789"), value.size());
  const std::string_view number = value.substr(0, unit);
  const std::string_view name = value.substr(unit);
  if (!is_number(base::starts_with(number, "+") ? number.substr(1) : number, true)) {
    return false;
  }
  const double size = std::abs(std::strtod(std::string(number).c_str(), nullptr));
  return (name == "em" || name == "ex" || name.empty()) ? size <= kMaxLength
         : name == "px" || name == "pt"                 ? size <= 16 * kMaxLength
                                                        : name == "%" && size <= 100;
}

bool is_color(std::string_view value) {
  return !value.empty() && value.size() <= 24 && std::all_of(value.begin(), value.end(), [](char c) {
    return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

// Whether MathML Core knows the attribute and the value is one we can answer for.
bool is_kept(std::string_view key, std::string_view value) {
  if (contains(kBooleans, key) || contains(kOperatorBooleans, key)) {
    return value == "true" || value == "false";
  }
  if (contains(kLengths, key)) {
    return is_length(value);
  }
  if (key == "mathcolor" || key == "mathbackground") {
    return is_color(value);
  }
  if (key == "form") {
    return value == "prefix" || value == "infix" || value == "postfix";
  }
  return (key == "scriptlevel" || key == "columnspan" || key == "rowspan") &&
         is_number(base::starts_with(value, "+") ? value.substr(1) : value, true);
}

void append_attribute(std::string& out, std::string_view key, std::string_view value) {
  out += ' ';
  out += key;
  out += "=\"";
  base::append_html_escaped(out, value);
  out += '"';
}

std::string with_variant(std::string_view text, std::string_view variant) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, i);
    i += decoded.size;
    base::append_utf8(out, math_letter(decoded.character, variant));
  }
  return out;
}

// How a struck or boxed part is told to the style sheet, since <menclose> is not in MathML Core.
std::string_view enclosure_class(std::string_view notation) {
  if (notation.empty()) {
    return {};
  }
  return notation == "box"                                   ? "math-box"
         : notation.find("strike") != std::string_view::npos ? "math-cancel"
                                                             : "";
}

class CoreWriter {
 public:
  std::string out;

  void children(const MathNode& node) {
    for (const MathNode& child : node.children) {
      write(child);
    }
  }

  void write(const MathNode& node) {
    if (node.name.empty()) {
      base::append_html_escaped(out, node.text);
    } else if (is_bare_row(node)) {
      write(node.children.front());
    } else if (node.name == "mtable") {
      table(node);
    } else if (is_token(node)) {
      token(node);
    } else {
      element(node);
    }
  }

 private:
  static bool is_token(const MathNode& node) {
    return node.name == "mi" || node.name == "mn" || node.name == "mo" || node.name == "mtext";
  }
  static bool is_bare_row(const MathNode& node) {
    return node.name == "mrow" && node.attributes.empty() && node.children.size() == 1 &&
           !node.children.front().name.empty();
  }

  void open(const MathNode& node, std::string_view name) {
    out += '<';
    out += name;
    for (const auto& [key, value] : node.attributes) {
      if (is_kept(key, value)) {
        append_attribute(out, key, value);
      }
    }
  }
  void close(std::string_view name) {
    out += "</";
    out += name;
    out += '>';
  }

  void element(const MathNode& node) {
    const bool known = std::binary_search(kElements.begin(), kElements.end(), node.name);
    const std::string_view name = known ? std::string_view(node.name) : "mrow";
    open(node, name);
    const std::string_view enclosure = enclosure_class(node.attribute("notation"));
    if (!enclosure.empty()) {
      append_attribute(out, "class", enclosure);
    }
    out += '>';
    children(node);
    close(name);
  }

  // Only <mi> has `mathvariant`, and only its value "normal"; words in <mtext> and operators stay plain.
  void token(const MathNode& node) {
    const std::string_view variant = node.attribute("mathvariant");
    open(node, node.name);
    const bool letters = (node.name == "mi" || node.name == "mn") && !variant.empty() && variant != "normal";
    if (node.name == "mi" && variant == "normal") {
      append_attribute(out, "mathvariant", "normal");
    }
    out += '>';
    for (const MathNode& child : node.children) {
      base::append_html_escaped(out, letters ? with_variant(child.text, variant) : child.text);
    }
    close(node.name);
  }

  void table(const MathNode& node) {
    const std::vector<std::string_view> alignments = base::split(node.attribute("columnalign"), ' ');
    open(node, "mtable");
    out += '>';
    for (const MathNode& row : node.children) {
      table_row(row, alignments);
    }
    close("mtable");
  }

  void table_row(const MathNode& row, const std::vector<std::string_view>& alignments) {
    open(row, "mtr");
    out += '>';
    for (std::size_t column = 0; column < row.children.size(); ++column) {
      const std::string_view alignment = column < alignments.size() ? alignments[column] : std::string_view{};
      open(row.children[column], "mtd");
      if (alignment == "left" || alignment == "right") {
        append_attribute(out, "class", "align-" + std::string(alignment));
      }
      out += '>';
      children(row.children[column]);
      close("mtd");
    }
    close("mtr");
  }
};

// The formula itself: what KaTeX put into <semantics> before the annotation.
const MathNode& body_of(const MathNode& math) {
  const MathNode* node = &math;
  while (!node->children.empty() && (node->name == "math" || node->name == "semantics")) {
    node = &node->children.front();
  }
  return *node;
}

// Whether the formula is a single letter or number that shows its own source: "k", "12".
bool shows_its_source(const MathNode& body, std::string_view tex) {
  if (body.name == "mrow" && body.children.size() == 1) {
    return shows_its_source(body.children.front(), tex);
  }
  return (body.name == "mi" || body.name == "mn") && body.children.size() == 1 &&
         body.children.front().text == base::trim(tex) && body.attribute("mathvariant").empty();
}

}  // namespace

base::Html write_mathml_core(const MathNode& math, std::string_view tex, MathMode mode) {
  const MathNode& body = body_of(math);
  const bool is_annotated = !shows_its_source(body, tex);
  CoreWriter writer;
  writer.out = mode == MathMode::Display ? "<math display=\"block\">" : "<math>";
  writer.out += is_annotated ? "<semantics>" : "";
  writer.write(body);
  if (is_annotated) {
    writer.out += "<annotation encoding=\"application/x-tex\">";
    base::append_html_escaped(writer.out, tex);
    writer.out += "</annotation></semantics>";
  }
  writer.out += "</math>";
  return base::Html::trusted(std::move(writer.out));
}

}  // namespace paperboy::markup
