#pragma once

#include <map>
#include <string>

#include "cards/card.h"

namespace paperboy::cards {

// Keys by which pictures can be kept: two cards with one key are one picture, byte for byte, on this machine
// and on any other.
class CardKeys {
 public:
  std::string key_of(const Card& card);

 private:
  const std::string& fonts_for(const std::string& language, const std::vector<std::string>& wanted);

  std::map<std::string, std::string> fonts_;  // what can have a part in a text, by language and wanted fonts
};

}  // namespace paperboy::cards
