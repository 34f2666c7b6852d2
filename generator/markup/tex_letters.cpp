#include "markup/tex_letters.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace paperboy::markup {
namespace {

struct Accent {
  std::string_view macro;
  char32_t combining;
};
constexpr std::array<Accent, 17> kAccents = {{{"'", 0x301},
                                              {"\"", 0x308},
                                              {"`", 0x300},
                                              {"^", 0x302},
                                              {"~", 0x303},
                                              {"=", 0x304},
                                              {".", 0x307},
                                              {"u", 0x306},
                                              {"v", 0x30C},
                                              {"H", 0x30B},
                                              {"r", 0x30A},
                                              {"c", 0x327},
                                              {"k", 0x328},
                                              {"b", 0x331},
                                              {"d", 0x323},
                                              {"t", 0x361},
                                              {"G", 0x30F}}};

struct Symbol {
  std::string_view macro;
  std::string_view text;
};
constexpr std::array<Symbol, 26> kLetters = {
    {{"i", "ı"},  {"j", "ȷ"},  {"l", "ł"},  {"L", "Ł"},     {"o", "ø"},    {"O", "Ø"},  {"ss", "ß"},
     {"SS", "ẞ"}, {"ae", "æ"}, {"AE", "Æ"}, {"oe", "œ"},    {"OE", "Œ"},   {"aa", "å"}, {"AA", "Å"},
     {"dh", "ð"}, {"DH", "Ð"}, {"th", "þ"}, {"TH", "Þ"},    {"dj", "đ"},   {"DJ", "Đ"}, {"ng", "ŋ"},
     {"NG", "Ŋ"}, {"ij", "ĳ"}, {"IJ", "Ĳ"}, {"imath", "ı"}, {"jmath", "ȷ"}}};
constexpr std::array<Symbol, 66> kSymbols = {{
    {"LaTeX", "LaTeX"},
    {"LaTeXe", "LaTeX2e"},
    {"TeX", "TeX"},
    {"BibTeX", "BibTeX"},
    {"ldots", "…"},
    {"dots", "…"},
    {"cdots", "⋯"},
    {"textellipsis", "…"},
    {"textemdash", "—"},
    {"textendash", "–"},
    {"textquotesingle", "'"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquotedbl", "\""},
    {"lq", "‘"},
    {"rq", "’"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textbackslash", "\\"},
    {"textbar", "|"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textunderscore", "_"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textdollar", "$"},
    {"textperiodcentered", "·"},
    {"textbullet", "•"},
    {"bullet", "•"},
    {"S", "§"},
    {"P", "¶"},
    {"copyright", "©"},
    {"textcopyright", "©"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"textdegree", "°"},
    {"degree", "°"},
    {"deg", "°"},
    {"textmu", "µ"},
    {"pounds", "£"},
    {"textsterling", "£"},
    {"euro", "€"},
    {"texteuro", "€"},
    {"dag", "†"},
    {"ddag", "‡"},
    {"quad", " "},
    {"qquad", " "},
    {"space", " "},
    {"eg", "e.g."},
    {"ie", "i.e."},
    {"etc", "etc."},
    {"etal", "et al."},
    {"xspace", ""},
    {"noindent", ""},
    {"protect", ""},
    {"relax", ""},
    {"centering", ""},
    {"small", ""},
    {"large", ""},
    {"smallskip", ""},
    {"medskip", ""},
    {"bigskip", ""},
}};

template <std::size_t size>
std::optional<std::string_view> find_in(const std::array<Symbol, size>& table, std::string_view macro) {
  const auto* found =
      std::find_if(table.begin(), table.end(), [&](const Symbol& symbol) { return symbol.macro == macro; });
  return found == table.end() ? std::nullopt : std::optional(found->text);
}

}  // namespace

std::optional<char32_t> tex_accent(std::string_view macro) {
  const auto* found = std::find_if(kAccents.begin(), kAccents.end(),
                                   [&](const Accent& accent) { return accent.macro == macro; });
  return found == kAccents.end() ? std::nullopt : std::optional(found->combining);
}

std::optional<std::string_view> tex_symbol(std::string_view macro) {
  const std::optional<std::string_view> letter = find_in(kLetters, macro);
  return letter ? letter : find_in(kSymbols, macro);
}

bool is_tex_letter(std::string_view macro) {
  return find_in(kLetters, macro).has_value();
}

std::string with_accent(std::string_view base_text, char32_t combining) {
  std::string out;
  if (base_text.empty()) {
    return out;
  }
  base::Decoded first = base::decode_utf8(base_text, 0);
  const bool above = combining < 0x323 || combining == 0x361;
  if (above && (first.character == U'ı' || first.character == U'ȷ')) {
    first.character = first.character == U'ı' ? U'i' : U'j';
  }
  base::append_utf8(out, first.character);
  base::append_utf8(out, combining);
  out += base_text.substr(first.size);
  return base::to_nfc(out);
}

}  // namespace paperboy::markup
