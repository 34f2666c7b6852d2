#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cards/card.h"

namespace paperboy::cards {

// Draws cards. Of use to one thread at a time; each thread has its own.
class Painter {
 public:
  Painter();
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  // A PNG of kCardWidth × kCardHeight; empty when there is no memory for one. Characters that no font has,
  // and emoji in colours, are left out.
  std::string draw(const Card& card) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// Of all that decides on the pixels of a card beside the card and the fonts.
std::string drawing_version();

}  // namespace paperboy::cards
