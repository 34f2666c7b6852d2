#include <array>

#include "base/text.h"
#include "markup/math_alphabet.h"
#include "markup/mathml.h"

namespace paperboy::markup {
namespace {

// Accents that KaTeX puts over one letter, as characters that combine with it.
struct Accent {
  std::string_view sign;
  char32_t combining;
};
constexpr std::array<Accent, 14> kAccents = {{{"^", 0x302},
                                              {"~", 0x303},
                                              {"ˉ", 0x304},
                                              {"‾", 0x304},
                                              {"¯", 0x304},
                                              {"˘", 0x306},
                                              {"˙", 0x307},
                                              {"¨", 0x308},
                                              {"˚", 0x30A},
                                              {"ˇ", 0x30C},
                                              {"⃗", 0x20D7},
                                              {"→", 0x20D7},
                                              {"ˊ", 0x301},
                                              {"ˋ", 0x300}}};

// Stands for a space that is wanted before a word but not before a bracket or at the end.
constexpr char kSoftSpace = '\x01';

std::string with_soft_spaces(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != kSoftSpace) {
      out += text[i];
    } else if (i + 1 < text.size() &&
               std::string_view(")]}(^_,; \x01").find(text[i + 1]) == std::string_view::npos) {
      out += ' ';
    }
  }
  return out;
}

// A brace or line over or under a formula, which one line of text cannot show.
bool is_stretched_sign(const MathNode& node) {
  return node.name == "mo" && node.attribute("stretchy") == "true";
}

bool is_function_application(char32_t character) {
  return character >= 0x2061 && character <= 0x2064;
}

// Signs that read as words want a space on each side; "n=5" and "x+y" do not.
bool wants_spaces(std::string_view sign) {
  if (sign.empty()) {
    return false;
  }
  const char32_t c = base::decode_utf8(sign, 0).character;
  return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x27F0 && c <= 0x27FF) || (c >= 0x2208 && c <= 0x220D) ||
         (c >= 0x2282 && c <= 0x228B) || c == 0x2227 || c == 0x2228 || c == 0x2229 || c == 0x222A;
}

class PlainWriter {
 public:
  std::string run(const MathNode& node) {
    if (node.name.empty()) {
      return plain_text(node.text);
    }
    if (node.name == "annotation" || node.name == "mphantom") {
      return {};
    }
    if (node.name == "mspace") {
      return " ";
    }
    return node.children.size() == 2 || node.children.size() == 3 ? shaped(node) : other(node);
  }

 private:
  static std::string plain_text(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const base::Decoded decoded = base::decode_utf8(text, i);
      i += decoded.size;
      if (!is_function_application(decoded.character)) {
        base::append_utf8(out, decoded.character == 0xA0 ? U' ' : plain_letter(decoded.character));
      }
    }
    return out;
  }

  std::string row(const MathNode& node) {
    std::string out;
    for (const MathNode& child : node.children) {
      out += run(child);
    }
    return out;
  }

  std::string other(const MathNode& node) {
    if (node.name == "msqrt") {
      return "√" + grouped(row(node));
    }
    if (node.name == "mtable") {
      return table(node);
    }
    std::string text = row(node);
    const std::string_view variant = node.attribute("mathvariant");
    if (variant == "double-struck") {
      text = struck(text);
    }
    if (node.name == "mi" && base::count_characters(text) > 1) {
      return " " + text + kSoftSpace;
    }
    return node.name == "mo" && wants_spaces(text) ? " " + text + " " : text;
  }

  static std::string struck(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const base::Decoded decoded = base::decode_utf8(text, i);
      i += decoded.size;
      base::append_utf8(out, math_letter(decoded.character, "double-struck"));
    }
    return out;
  }

  std::string shaped(const MathNode& node) {
    const MathNode& first = node.children[0];
    const MathNode& second = node.children[1];
    if (node.name == "mfrac" && node.attribute("linethickness") == "0px") {
      return run(first) + " choose " + run(second);
    }
    if (node.name == "mfrac") {
      return grouped(run(first)) + "/" + grouped(run(second));
    }
    if (node.name == "mroot") {
      return raise(run(second)) + "√" + grouped(run(first));
    }
    if (node.name == "mover") {
      return over(run(first), run(second));
    }
    if (node.name == "msup") {
      return run(first) + raise(run(second));
    }
    if (node.name == "munder" && is_stretched_sign(second)) {
      return run(first);
    }
    if (node.name == "msub" || node.name == "munder") {
      return trimmed_base(first) + lower(run(second)) + after_script(first);
    }
    if ((node.name == "msubsup" || node.name == "munderover") && node.children.size() == 3) {
      return trimmed_base(first) + lower(run(second)) + raise(run(node.children[2])) + after_script(first);
    }
    return other(node);
  }

  std::string trimmed_base(const MathNode& node) {
    std::string text = run(node);
    while (!text.empty() && (text.back() == ' ' || text.back() == kSoftSpace)) {
      text.pop_back();
    }
    return text;
  }

  // "min_x f", "∑_i x_i": what follows an operator with limits does not touch them.
  std::string after_script(const MathNode& node) {
    const std::string text = run(node);
    const bool operator_sign = node.name == "mo" || base::ends_with(text, std::string(1, kSoftSpace));
    return operator_sign ? std::string(1, kSoftSpace) : std::string();
  }

  std::string table(const MathNode& node) {
    std::string out;
    for (const MathNode& table_row : node.children) {
      out += out.empty() ? "" : "; ";
      std::string cells;
      for (const MathNode& cell : table_row.children) {
        const std::string text = with_soft_spaces(row(cell));
        const bool word = !base::trim(text).empty() && plain_word(base::trim(text).front());
        cells += cells.empty() || !word ? "" : " ";
        cells += base::trim(text);
      }
      out += cells;
    }
    return out;
  }

  static bool plain_word(char c) {
    return std::string_view("=<>+*/,;").find(c) == std::string_view::npos &&
           static_cast<unsigned char>(c) != 0xE2;
  }

  static std::string grouped(const std::string& raw) {
    const std::string inner = with_soft_spaces(raw);
    const std::string_view text = base::trim(inner);
    const bool simple =
        base::count_characters(text) <= 1 ||
        text.find_first_not_of("0123456789.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
            std::string_view::npos;
    return simple ? std::string(text) : "(" + std::string(text) + ")";
  }

  static std::string lower(const std::string& raw) {
    const std::string text = grouped(base::collapse_spaces(raw));
    return text.empty() ? text : "_" + text;
  }

  static std::string raise(const std::string& raw) {
    const std::string inner = with_soft_spaces(raw);
    const std::string_view text = base::trim(inner);
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const base::Decoded decoded = base::decode_utf8(text, i);
      i += decoded.size;
      const bool prime = decoded.character == 0x2032;
      const std::optional<char32_t> small = prime ? decoded.character : raised(decoded.character);
      if (!small) {
        return "^" + grouped(std::string(text));
      }
      base::append_utf8(out, *small);
    }
    return out;
  }

  static std::string over(const std::string& raw, const std::string& sign) {
    const std::string_view text = base::trim(raw);
    for (const Accent& accent : kAccents) {
      if (accent.sign == base::trim(sign) && base::count_characters(text) == 1) {
        std::string out(text);
        base::append_utf8(out, accent.combining);
        return out;
      }
    }
    const bool above = base::count_characters(base::trim(sign)) > 1;
    return above ? std::string(text) + raise(sign) : std::string(text);
  }
};

}  // namespace

std::string mathml_to_plain(const MathNode& math) {
  return base::to_nfc(base::collapse_spaces(with_soft_spaces(PlainWriter().run(math))));
}

}  // namespace paperboy::markup
