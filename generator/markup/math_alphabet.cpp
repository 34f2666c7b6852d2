#include "markup/math_alphabet.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace paperboy::markup {
namespace {

// Unicode's Mathematical Alphanumeric Symbols: where each alphabet's A, a, Α (Greek) and 0 stand.
// 0 where it has none. https://www.unicode.org/charts/PDF/U1D400.pdf
struct Alphabet {
  std::string_view variant;
  char32_t capitals;
  char32_t smalls;
  char32_t greek;
  char32_t digits;
};
constexpr std::array<Alphabet, 13> kAlphabets = {{
    {"bold", 0x1D400, 0x1D41A, 0x1D6A8, 0x1D7CE},
    {"italic", 0x1D434, 0x1D44E, 0x1D6E2, 0},
    {"bold-italic", 0x1D468, 0x1D482, 0x1D71C, 0},
    {"script", 0x1D49C, 0x1D4B6, 0, 0},
    {"bold-script", 0x1D4D0, 0x1D4EA, 0, 0},
    {"fraktur", 0x1D504, 0x1D51E, 0, 0},
    {"double-struck", 0x1D538, 0x1D552, 0, 0x1D7D8},
    {"bold-fraktur", 0x1D56C, 0x1D586, 0, 0},
    {"sans-serif", 0x1D5A0, 0x1D5BA, 0, 0x1D7E2},
    {"bold-sans-serif", 0x1D5D4, 0x1D5EE, 0x1D756, 0x1D7EC},
    {"sans-serif-italic", 0x1D608, 0x1D622, 0, 0},
    {"sans-serif-bold-italic", 0x1D63C, 0x1D656, 0x1D790, 0},
    {"monospace", 0x1D670, 0x1D68A, 0, 0x1D7F6},
}};

// Letters that had a place before those alphabets were made; theirs is left empty.
struct Hole {
  char32_t empty;
  char32_t letter;
};
constexpr std::array<Hole, 24> kHoles = {{
    {0x1D455, 0x210E}, {0x1D49D, 0x212C}, {0x1D4A0, 0x2130}, {0x1D4A1, 0x2131}, {0x1D4A3, 0x210B},
    {0x1D4A4, 0x2110}, {0x1D4A7, 0x2112}, {0x1D4A8, 0x2133}, {0x1D4AD, 0x211B}, {0x1D4BA, 0x212F},
    {0x1D4BC, 0x210A}, {0x1D4C4, 0x2134}, {0x1D506, 0x212D}, {0x1D50B, 0x210C}, {0x1D50C, 0x2111},
    {0x1D515, 0x211C}, {0x1D51D, 0x2128}, {0x1D53A, 0x2102}, {0x1D53F, 0x210D}, {0x1D545, 0x2115},
    {0x1D547, 0x2119}, {0x1D548, 0x211A}, {0x1D549, 0x211D}, {0x1D551, 0x2124},
}};

bool between(char32_t character, char32_t first, char32_t last) {
  return character >= first && character <= last;
}

char32_t place_in(const Alphabet& alphabet, char32_t character) {
  if (between(character, U'A', U'Z')) {
    return alphabet.capitals + (character - U'A');
  }
  if (between(character, U'a', U'z')) {
    return alphabet.smalls + (character - U'a');
  }
  if (between(character, U'0', U'9') && alphabet.digits != 0) {
    return alphabet.digits + (character - U'0');
  }
  if (alphabet.greek != 0 && between(character, 0x391, 0x3A9) && character != 0x3A2) {
    return alphabet.greek + (character - 0x391);
  }
  if (alphabet.greek != 0 && between(character, 0x3B1, 0x3C9)) {
    return alphabet.greek + 26 + (character - 0x3B1);
  }
  return 0;
}

std::optional<char32_t> letter_in(const Alphabet& alphabet, char32_t character) {
  if (between(character, alphabet.capitals, alphabet.capitals + 25)) {
    return U'A' + (character - alphabet.capitals);
  }
  if (between(character, alphabet.smalls, alphabet.smalls + 25)) {
    return U'a' + (character - alphabet.smalls);
  }
  if (alphabet.digits != 0 && between(character, alphabet.digits, alphabet.digits + 9)) {
    return U'0' + (character - alphabet.digits);
  }
  if (alphabet.greek != 0 && between(character, alphabet.greek, alphabet.greek + 24)) {
    return 0x391 + (character - alphabet.greek);
  }
  if (alphabet.greek != 0 && between(character, alphabet.greek + 26, alphabet.greek + 50)) {
    return 0x3B1 + (character - alphabet.greek - 26);
  }
  return std::nullopt;
}

}  // namespace

char32_t math_letter(char32_t character, std::string_view variant) {
  const auto* alphabet = std::find_if(kAlphabets.begin(), kAlphabets.end(),
                                      [&](const Alphabet& one) { return one.variant == variant; });
  const char32_t place = alphabet == kAlphabets.end() ? 0 : place_in(*alphabet, character);
  if (place == 0) {
    return character;
  }
  const auto* hole =
      std::find_if(kHoles.begin(), kHoles.end(), [&](const Hole& one) { return one.empty == place; });
  return hole == kHoles.end() ? place : hole->letter;
}

char32_t plain_letter(char32_t character) {
  const auto* hole =
      std::find_if(kHoles.begin(), kHoles.end(), [&](const Hole& one) { return one.letter == character; });
  const char32_t place = hole == kHoles.end() ? character : hole->empty;
  for (const Alphabet& alphabet : kAlphabets) {
    const std::optional<char32_t> letter = letter_in(alphabet, place);
    if (letter) {
      return alphabet.variant == "double-struck" ? character : *letter;
    }
  }
  return character;
}

std::optional<char32_t> raised(char32_t character) {
  switch (character) {
    case U'1':
      return 0xB9;
    case U'2':
      return 0xB2;
    case U'3':
      return 0xB3;
    case U'+':
      return 0x207A;
    case U'-':
    case 0x2212:
      return 0x207B;
    case U'n':
      return 0x207F;
    default:
      return between(character, U'0', U'9') ? std::optional<char32_t>(0x2070 + (character - U'0'))
                                            : std::nullopt;
  }
}

}  // namespace paperboy::markup
