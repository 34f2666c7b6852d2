#include "cards/card_keys.h"

#include <catch2/catch.hpp>
#include <set>

namespace paperboy::cards {
namespace {

Card full_card() {
  Card card;
  card.language = "en";
  card.masthead = {"masthead", ""};
  card.mark = {"mark", ""};
  card.kicker = {"kicker", ""};
  card.title = {"title", ""};
  card.facts = {"facts", ""};
  card.text = {"text", ""};
  card.titles = {{"one", ""}, {"two", ""}};
  return card;
}

TEST_CASE("a key is the same for the same card") {
  CHECK(CardKeys().key_of(full_card()) == CardKeys().key_of(full_card()));
}

TEST_CASE("whatever a picture shows changes the key") {
  CardKeys keys;
  std::set<std::string> found = {keys.key_of(full_card())};
  const auto add = [&](auto change) {
    Card card = full_card();
    change(card);
    CHECK(found.insert(keys.key_of(card)).second);
  };
  for (Passage Card::*passage :
       {&Card::masthead, &Card::mark, &Card::kicker, &Card::title, &Card::facts, &Card::text}) {
    add([&](Card& card) { (card.*passage).text += "!"; });
    add([&](Card& card) { (card.*passage).language = "zh-Hans"; });
  }
  for (std::uint32_t Colors::*color :
       {&Colors::paper, &Colors::ink, &Colors::muted, &Colors::line, &Colors::accent}) {
    add([&](Card& card) { ++(card.colors.*color); });
  }
  add([](Card& card) { card.language = "zh-Hans"; });
  add([](Card& card) { card.titles.pop_back(); });
  add([](Card& card) { card.titles[1].text = "three"; });
  add([](Card& card) { card.fonts = {"My Serif"}; });
  add([](Card& card) {
    card.kicker.text = "kicker title";
    card.title.text = "";
  });
}

}  // namespace
}  // namespace paperboy::cards
