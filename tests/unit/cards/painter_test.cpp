#include "cards/painter.h"

#include <png.h>

#include <catch2/catch.hpp>
#include <set>

#include "base/parallel.h"
#include "cards/fonts.h"

namespace paperboy::cards {
namespace {

struct Picture {
  unsigned width = 0;
  unsigned height = 0;
  std::vector<std::uint32_t> pixels;  // 0xRRGGBB

  std::set<std::uint32_t> colors() const { return {pixels.begin(), pixels.end()}; }
};

Picture read_picture(const std::string& bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0);
  image.format = PNG_FORMAT_RGB;
  std::vector<png_byte> channels(PNG_IMAGE_SIZE(image));
  REQUIRE(png_image_finish_read(&image, nullptr, channels.data(), 0, nullptr) != 0);
  Picture picture{image.width, image.height, {}};
  for (std::size_t at = 0; at + 2 < channels.size(); at += 3) {
    picture.pixels.push_back(static_cast<std::uint32_t>(channels[at]) << 16U |
                             static_cast<std::uint32_t>(channels[at + 1]) << 8U | channels[at + 2]);
  }
  return picture;
}

Card card_with_title(std::string title) {
  Card card;
  card.language = "en";
  card.masthead.text = "Paper archive";
  card.title.text = std::move(title);
  return card;
}

TEST_CASE("a card is a picture of the agreed size, with the text on the paper") {
  const Picture picture = read_picture(Painter().draw(card_with_title("Title")));
  CHECK(picture.width == kCardWidth);
  CHECK(picture.height == kCardHeight);
  CHECK(picture.pixels.front() == Colors().paper);
  CHECK(picture.colors().contains(Colors().ink));
  CHECK(picture.colors().size() > 2);
}

TEST_CASE("a card has the colours it is given") {
  Card card = card_with_title("Title");
  card.kicker.text = "Kicker";
  card.facts.text = "Facts";
  card.titles = {{"A paper", ""}};
  card.colors = {0x102030, 0xf0f0f0, 0xa0a0a0, 0x405060, 0xff8040};
  const std::set<std::uint32_t> colors = read_picture(Painter().draw(card)).colors();
  for (const std::uint32_t color : {0x102030U, 0xf0f0f0U, 0xa0a0a0U, 0x405060U, 0xff8040U}) {
    CHECK(colors.contains(color));
  }
}

TEST_CASE("the same card is the same bytes, whatever was drawn before and on whichever thread") {
  const Card card = card_with_title("记忆即新陈代谢 and more");
  const std::string expected = Painter().draw(card);
  Painter used;
  used.draw(card_with_title("Something else"));
  CHECK(used.draw(card) == expected);
  std::vector<std::string> drawn(4);
  base::parallel_for(drawn.size(), drawn.size(), [&](std::size_t at) { drawn[at] = Painter().draw(card); });
  for (const std::string& bytes : drawn) {
    CHECK(bytes == expected);
  }
}

TEST_CASE("Chinese is drawn, each character as itself") {
  REQUIRE(has_font_for("zh-Hans"));
  const Painter painter;
  const std::string none = painter.draw(card_with_title(""));
  const std::string one = painter.draw(card_with_title("论文"));
  CHECK(one != none);
  CHECK(painter.draw(card_with_title("主题")) != one);
}

TEST_CASE("a language decides on the shapes of Han characters") {
  const Painter painter;
  Card card = card_with_title("直骨");
  card.language = "zh-Hans";
  Card japanese = card;
  japanese.language = "ja";
  CHECK(painter.draw(card) != painter.draw(japanese));
}

TEST_CASE("what no font has leaves no trace") {
  const Painter painter;
  // A private character, with what is left around it.
  CHECK(painter.draw(card_with_title("\xF4\x8F\xBF\xBD One \xF3\xB0\x80\x82  two\n")) ==
        painter.draw(card_with_title("One two")));
  CHECK(painter.draw(card_with_title("One \xF4\x8F\xBF\xBD\u200d\xF4\x8F\xBF\xBD\ufe0f two")) ==
        painter.draw(card_with_title("One two")));
  CHECK(painter.draw(card_with_title("\xF4\x8F\xBF\xBD")) == painter.draw(card_with_title("")));
}

TEST_CASE("no text is too long or too strange for a card") {
  const Painter painter;
  std::string words;
  for (int number = 0; number < 20'000; ++number) {
    words += "word" + std::to_string(number) + " ";
  }
  for (const std::string& text :
       {words, std::string(100'000, 'x'), std::string("العربية עברית हिन्दी ไทย"),
        std::string("e") + "\xCC\x81\xCC\x82\xCC\x83", std::string("\xE2\x80\xAE reversed \xE2\x80\xAC"),
        std::string("👩‍👩‍👧‍👦 🇨🇳 1️⃣"), std::string("<b>&amp;</b>")}) {
    Card card = card_with_title(text);
    card.masthead.text = text;
    card.mark.text = text;
    card.kicker.text = text;
    card.facts.text = text;
    card.text.text = text;
    card.titles = {{text, ""}, {text, "zh-Hans"}, {text, "ar"}, {text, "xx"}};
    const Picture picture = read_picture(painter.draw(card));
    CHECK(picture.width == kCardWidth);
    // The margins stay free.
    CHECK(picture.pixels[300 * picture.width + 20] == Colors().paper);
    CHECK(picture.pixels[620 * picture.width + 300] == Colors().paper);
    CHECK(picture.pixels[300 * picture.width + 1180] == Colors().paper);
  }
}

TEST_CASE("markup in a text is text") {
  const Painter painter;
  CHECK(painter.draw(card_with_title("<b>a</b>")) != painter.draw(card_with_title("a")));
}

TEST_CASE("fonts are known by what they are for") {
  for (const char* language : {"en", "en-GB", "fr", "vi", "ru", "zh-Hans", "zh-Hant", "ja", "ko", "tlh"}) {
    INFO(language);
    CHECK(has_font_for(language));
  }
  CHECK(font_language("zh-Hans") == "zh-cn");
  CHECK(font_language("zh-Hant-HK") == "zh-tw");
  CHECK(font_language("de") == "de");
  CHECK(families_for("en", {"My Serif"}).starts_with("My Serif,"));
  CHECK(families_for("zh-Hans", {}).starts_with("Noto Serif CJK SC,"));
}

}  // namespace
}  // namespace paperboy::cards
