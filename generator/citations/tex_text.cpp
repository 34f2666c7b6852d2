#include <array>
#include <unordered_map>

#include "base/text.h"
#include "citations/citation.h"

namespace paperboy::citations {

namespace {

struct Accent {
  char32_t combining;
  std::string_view macro;
};
// https://ctan.org/pkg/latex-doc-ptr, "Accents"
constexpr std::array<Accent, 13> kAccents = {{{0x300, "`"},
                                              {0x301, "'"},
                                              {0x302, "^"},
                                              {0x303, "~"},
                                              {0x304, "="},
                                              {0x306, "u"},
                                              {0x307, "."},
                                              {0x308, "\""},
                                              {0x30A, "r"},
                                              {0x30B, "H"},
                                              {0x30C, "v"},
                                              {0x327, "c"},
                                              {0x328, "k"}}};

struct Sign {
  std::string_view text;
  std::string_view tex;
};
// A brace by its name: `\{` would still count as a brace that needs a partner.
constexpr std::array<Sign, 24> kSigns = {{{"#", "\\#"},
                                          {"$", "\\$"},
                                          {"%", "\\%"},
                                          {"&", "\\&"},
                                          {"_", "\\_"},
                                          {"{", "\\textbraceleft{}"},
                                          {"}", "\\textbraceright{}"},
                                          {"~", "\\textasciitilde{}"},
                                          {"^", "\\textasciicircum{}"},
                                          {"\\", "\\textbackslash{}"},
                                          {"ß", "{\\ss}"},
                                          {"æ", "{\\ae}"},
                                          {"Æ", "{\\AE}"},
                                          {"œ", "{\\oe}"},
                                          {"Œ", "{\\OE}"},
                                          {"ø", "{\\o}"},
                                          {"Ø", "{\\O}"},
                                          {"ł", "{\\l}"},
                                          {"Ł", "{\\L}"},
                                          {"đ", "{\\dj}"},
                                          {"Đ", "{\\DJ}"},
                                          {"ð", "{\\dh}"},
                                          {"þ", "{\\th}"},
                                          {"ı", "{\\i}"}}};

using Macros = std::unordered_map<std::string, std::string>;

void add_accented(char letter, Macros& macros) {
  for (const Accent& accent : kAccents) {
    std::string composed(1, letter);
    base::append_utf8(composed, accent.combining);
    composed = base::to_nfc(composed);
    if (base::count_characters(composed) == 1) {
      const bool is_sign =
          base::character_kind(static_cast<unsigned char>(accent.macro[0])) != base::CharacterKind::Letter;
      macros[composed] = std::string("{\\").append(accent.macro) + (is_sign ? "" : " ") + letter + "}";
    }
  }
}

Macros list_macros() {
  Macros macros;
  for (const Sign& sign : kSigns) {
    macros.emplace(sign.text, sign.tex);
  }
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    add_accented(letter, macros);
    add_accented(static_cast<char>(letter - 'A' + 'a'), macros);
  }
  return macros;
}

}  // namespace

std::string tex_text(std::string_view plain) {
  static const Macros macros = list_macros();
  const std::string text = base::to_nfc(plain);
  std::string tex;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = base::decode_utf8(text, at).size;
    std::string character = text.substr(at, size);
    const auto macro = macros.find(character);
    tex += macro == macros.end() ? character : macro->second;
    at += size;
  }
  return tex;
}

}  // namespace paperboy::citations
