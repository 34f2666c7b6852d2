#include "cards/fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/text.h"

namespace paperboy::cards {

namespace {

using Pattern = std::unique_ptr<FcPattern, void (*)(FcPattern*)>;

// The drawing was made for these (Debian: fonts-sil-charis, fonts-noto-cjk, fonts-dejavu-core).
constexpr std::string_view kLatin = "Charis SIL,DejaVu Serif";
constexpr std::string_view kOthers = "DejaVu Sans";

// Languages written with Han characters have shapes of their own for them.
struct HanFont {
  std::string_view language;
  std::string_view known_as;  // to Fontconfig
  std::string_view family;
};
constexpr std::array<HanFont, 5> kHanFonts{{{"zh-hant", "zh-tw", "Noto Serif CJK TC"},
                                            {"zh-tw", "zh-tw", "Noto Serif CJK TC"},
                                            {"zh", "zh-cn", "Noto Serif CJK SC"},
                                            {"ja", "ja", "Noto Serif CJK JP"},
                                            {"ko", "ko", "Noto Serif CJK KR"}}};
constexpr std::string_view kHan = "Noto Serif CJK SC";

const HanFont* find_han_font(std::string_view language) {
  const std::string wanted = base::to_lower_ascii(language);
  const auto* found = std::find_if(kHanFonts.begin(), kHanFonts.end(), [&](const HanFont& font) {
    return wanted == font.language || wanted.starts_with(std::string(font.language) + "-");
  });
  return found == kHanFonts.end() ? nullptr : found;
}

const FcChar8* fc_text(const std::string& text) {
  return reinterpret_cast<const FcChar8*>(text.c_str());
}

// What Pango would ask for.
Pattern pattern_for(std::string_view language, const std::vector<std::string>& wanted) {
  Pattern pattern(FcPatternCreate(), &FcPatternDestroy);
  const std::string families = families_for(language, wanted);
  for (const std::string_view family : base::split(families, ',')) {
    FcPatternAddString(pattern.get(), FC_FAMILY, fc_text(std::string(family)));
  }
  FcPatternAddString(pattern.get(), FC_LANG, fc_text(font_language(language)));
  FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  return pattern;
}

std::string text_of(const FcPattern* font, const char* property) {
  FcChar8* text = nullptr;
  return FcPatternGetString(font, property, 0, &text) == FcResultMatch ? reinterpret_cast<const char*>(text)
                                                                       : "";
}

int number_of(const FcPattern* font, const char* property) {
  int number = 0;
  return FcPatternGetInteger(font, property, 0, &number) == FcResultMatch ? number : 0;
}

}  // namespace

std::string font_language(std::string_view language) {
  const HanFont* han = find_han_font(language);
  return han == nullptr ? base::to_lower_ascii(language) : std::string(han->known_as);
}

std::string families_for(std::string_view language, const std::vector<std::string>& wanted) {
  const HanFont* han = find_han_font(language);
  std::vector<std::string> families = wanted;
  if (han != nullptr) {
    families.emplace_back(han->family);
  }
  families.emplace_back(kLatin);
  if (han == nullptr) {
    families.emplace_back(kHan);
  }
  families.emplace_back(kOthers);
  return base::join(families, ",");
}

bool has_font_for(std::string_view language) {
  const Pattern pattern = pattern_for(language, {});
  FcResult result = FcResultNoMatch;
  const Pattern font(FcFontMatch(nullptr, pattern.get(), &result), &FcPatternDestroy);
  const std::string known_as = font_language(language);
  FcLangSet* languages = nullptr;
  if (font == nullptr || FcPatternGetLangSet(font.get(), FC_LANG, 0, &languages) != FcResultMatch) {
    return false;
  }
  // Of a language that Fontconfig does not know nobody can tell what it needs.
  return FcLangGetCharSet(fc_text(known_as)) == nullptr ||
         FcLangSetHasLang(languages, fc_text(known_as)) != FcLangDifferentLang;
}

std::string resolved_fonts(std::string_view language, const std::vector<std::string>& wanted) {
  const Pattern pattern = pattern_for(language, wanted);
  FcResult result = FcResultNoMatch;
  const std::unique_ptr<FcFontSet, void (*)(FcFontSet*)> fonts(
      FcFontSort(nullptr, pattern.get(), FcTrue, nullptr, &result), &FcFontSetDestroy);
  std::string names;
  for (int at = 0; fonts != nullptr && at < fonts->nfont; ++at) {
    const FcPattern* font = fonts->fonts[at];
    names += text_of(font, FC_FULLNAME) + " " + std::to_string(number_of(font, FC_FONTVERSION)) + "\n";
  }
  return names;
}

std::string installed_fonts() {
  std::string names;
  const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
  for (int at = 0; fonts != nullptr && at < fonts->nfont; ++at) {
    const FcPattern* font = fonts->fonts[at];
    names += text_of(font, FC_FILE) + " " + std::to_string(number_of(font, FC_FONTVERSION)) + "\n";
  }
  return names;
}

}  // namespace paperboy::cards
