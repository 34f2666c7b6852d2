#pragma once

#include <cstdint>
#include <string>
#include <vector>

// Pictures that go with a link to a page where it is shared: texts to PNG. Knows nothing of papers.
namespace paperboy::cards {

inline constexpr int kCardWidth = 1200;
inline constexpr int kCardHeight = 630;

// Each is 0xRRGGBB.
struct Colors {
  std::uint32_t paper = 0xfdfcf8;
  std::uint32_t ink = 0x191713;
  std::uint32_t muted = 0x5d574c;
  std::uint32_t line = 0xd9d3c5;
  std::uint32_t accent = 0x9b2a17;

  bool operator==(const Colors&) const = default;
};

// A text on one line or several. Empty: it takes no room.
struct Passage {
  std::string text;
  std::string language;  // "zh-Hans": which shapes Han characters have; empty: that of the card

  bool operator==(const Passage&) const = default;
};

// What stands on one picture, from top to bottom. What is too long is cut and ends in "…".
struct Card {
  std::string language;  // "en"
  Passage masthead;      // on the left above the rules
  Passage mark;          // on the right above the rules, short
  Passage kicker;        // above the title
  Passage title;
  Passage facts;                // a line below the title
  Passage text;                 // a few lines
  std::vector<Passage> titles;  // one below the other, at most kMostTitles
  Colors colors;
  std::vector<std::string> fonts;  // wanted families, most wanted first; the painter has its own behind them
};

inline constexpr std::size_t kMostTitles = 3;

}  // namespace paperboy::cards
