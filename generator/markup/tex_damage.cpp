#include "markup/tex_damage.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace paperboy::markup {
namespace {

// A control character, the letter it was written with, and how macros of that letter go on.
struct Loss {
  char control;
  char letter;
  std::array<std::string_view, 12> tails;
};
constexpr std::array<Loss, 6> kLosses = {{
    {'\t',
     't',
     {"ext", "extbf", "extit", "exttt", "extsc", "extrm", "heta", "au", "imes", "ilde", "riangle", "anh"}},
    {'\f', 'f', {"rac", "orall", "lat", "box", "rown"}},
    {'\b',
     'b',
     {"eta", "ar", "f", "egin", "oldsymbol", "ig", "inom", "mod", "ullet", "ot", "ecause", "mathbf"}},
    {'\n', 'n', {"abla", "eq", "ewline"}},
    {'\r', 'r', {"ho", "ight", "angle", "ightarrow", "floor", "ceil"}},
    {'\a', 'a', {"lpha", "pprox", "ngle", "ast", "leph"}},
}};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const Loss* loss_at(std::string_view text, std::size_t offset) {
  const auto* loss = std::find_if(kLosses.begin(), kLosses.end(),
                                  [&](const Loss& one) { return one.control == text[offset]; });
  if (loss == kLosses.end()) {
    return nullptr;
  }
  std::size_t end = offset + 1;
  while (end < text.size() && is_letter(text[end]) && end - offset < 16) {
    ++end;
  }
  const std::string_view tail = text.substr(offset + 1, end - offset - 1);
  const bool known =
      !tail.empty() && std::find(loss->tails.begin(), loss->tails.end(), tail) != loss->tails.end();
  return known ? loss : nullptr;
}

// Some programs turn the tab into a space afterwards: `^{ ext{th}}`.
bool is_spaced_text_macro(std::string_view text, std::size_t offset) {
  return text[offset] == ' ' && offset > 0 && text[offset - 1] == '{' && text.substr(offset + 1, 4) == "ext{";
}

}  // namespace

std::size_t RepairedTex::field_offset(std::size_t offset) const {
  const auto before = std::lower_bound(repairs.begin(), repairs.end(), offset) - repairs.begin();
  return offset - static_cast<std::size_t>(before);
}

RepairedTex repair_tex(std::string_view field) {
  RepairedTex repaired;
  repaired.text.reserve(field.size());
  for (std::size_t i = 0; i < field.size(); ++i) {
    const auto byte = static_cast<unsigned char>(field[i]);
    if (byte > 0x20) {
      repaired.text += field[i];
      continue;
    }
    const Loss* loss = loss_at(field, i);
    if (loss != nullptr || is_spaced_text_macro(field, i)) {
      repaired.repairs.push_back(repaired.text.size());
      repaired.text += '\\';
      repaired.text += loss != nullptr ? loss->letter : 't';
    } else {
      repaired.text += byte < 0x20 && field[i] != '\n' ? ' ' : field[i];
    }
  }
  return repaired;
}

}  // namespace paperboy::markup
