#include "base/text.h"

#include <catch2/catch.hpp>

namespace paperboy::base {

TEST_CASE("UTF-8 is decoded strictly") {
  CHECK(decode_utf8("深", 0).character == U'深');
  CHECK(decode_utf8("深", 0).size == 3);
  CHECK(decode_utf8("a🙂", 1).character == U'🙂');
  for (const std::string_view invalid : {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80",
                                         "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE6\xB7", "\xFF"}) {
    CHECK(decode_utf8(invalid, 0).character == 0xFFFD);
    CHECK(decode_utf8(invalid, 0).size == 1);
  }
}

TEST_CASE("Every character survives encoding and decoding") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) {
      c = 0xE000;
    }
    std::string text;
    append_utf8(text, c);
    const Decoded decoded = decode_utf8(text, 0);
    if (decoded.character != c || decoded.size != text.size()) {
      FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
  }
}

TEST_CASE("What is no character is written as U+FFFD") {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == "\uFFFD\uFFFD");
}

TEST_CASE("Characters that no text file should hold are found") {
  CHECK_FALSE(find_bad_character("Tabs\t and\r\nlines, 深度 🙂"));
  CHECK(find_bad_character("ab\x1B[31m") == 2U);
  CHECK(find_bad_character(std::string_view("a\0b", 3)) == 1U);
  CHECK(find_bad_character("深\xFF") == 3U);
  CHECK(find_bad_character("del\x7F") == 3U);
  CHECK(find_bad_character("next line \u0085") == 10U);
  CHECK(find_bad_character("no \uFFFE character") == 3U);
  CHECK(find_bad_character("nor \U0001FFFF") == 4U);
  CHECK_FALSE(find_bad_character("a real \uFFFD is fine"));
}

TEST_CASE("Characters and terminal cells are counted") {
  CHECK(count_characters("é深🙂") == 3);
  CHECK(display_width("é深🙂") == 5);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("ｆｕｌｌ") == 8);
}

TEST_CASE("NFC composes what is apart") {
  CHECK(to_nfc("Ho\u0308lder") == "H\u00F6lder");
  CHECK(to_nfc("\u1112\u1161\u11AB") == "한");
  CHECK(to_nfc("\u212B") == "\u00C5");
  CHECK(to_nfc("深度学习, plain") == "深度学习, plain");
  CHECK(to_nfc("\uFA0A") == "\u898B");
  CHECK(to_nfc("a\xFFz") == "a\uFFFDz");
}

TEST_CASE("Folding makes names comparable") {
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("Erdős–Rényi") == "erdos–renyi");
  CHECK(fold("Łukasz Ørsted Æsir") == "lukasz orsted aesir");
  CHECK(fold("İstanbul") == "istanbul");
  CHECK(fold("ΣΊΣΥΦΟΣ") == fold("σίσυφος"));
  CHECK(fold("PLAIN ascii 9") == "plain ascii 9");
  CHECK(fold("深度学习") == "深度学习");
  CHECK(fold("Nguyễn") == "nguyen");
}

TEST_CASE("Folding keeps marks that make another letter") {
  CHECK(fold("が") == "が");
  CHECK(fold("हिन्दी") == "हिन्दी");
  CHECK(fold("한국") == "한국");
}

TEST_CASE("Folding is stable") {
  for (const std::string_view text : {"Łódź", "ǅ", "ﬃ", "ß", "İ", "Ά", "が", "\u0345\u0301"}) {
    CHECK(fold(fold(text)) == fold(text));
  }
}

TEST_CASE("Blanks are trimmed and collapsed") {
  CHECK(trim(" \t a b \r\n") == "a b");
  CHECK(trim(" \n").empty());
  CHECK(collapse_spaces("  a \n\t b  c ") == "a b c");
  CHECK(collapse_spaces("   ").empty());
}

TEST_CASE("Splitting keeps empty parts, joining puts them back") {
  CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(join({"a", "", "b"}, ", ") == "a, , b");
  CHECK(join({"a", "a"}, "-") == "a-a");
  CHECK(join({}, ", ").empty());
}

TEST_CASE("Replacing is literal and does not look at its own output") {
  CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
  CHECK(replace_all("a.b.c", ".", "") == "abc");
  CHECK(replace_all("abc", "", "x") == "abc");
}

TEST_CASE("Shortening cuts at words and tells so") {
  CHECK(shorten("short", 5) == "short");
  CHECK(shorten("a longer sentence about attention", 20) == "a longer sentence…");
  CHECK(shorten("one, two", 6) == "one…");
  CHECK(shorten("Donaudampfschifffahrt", 10) == "Donaudamp…");
  CHECK(shorten("深度学习与语言模型", 5) == "深度学习…");
  CHECK(shorten("abc", 0).empty());
}

TEST_CASE("Shortening never exceeds its limit nor parts an accent from its letter") {
  const std::string text = "re\u0301sume\u0301 of 深度 e\u0301e\u0301e\u0301e\u0301e\u0301 words";
  for (std::size_t limit = 0; limit <= count_characters(text); ++limit) {
    const std::string cut = shorten(text, limit);
    CHECK(count_characters(cut) <= limit);
    CHECK(cut.find("e…") == std::string::npos);
  }
}

TEST_CASE("Paths are percent-encoded byte by byte") {
  CHECK(percent_encode_path("/topics/深 度/a~b?#%") == "/topics/%E6%B7%B1%20%E5%BA%A6/a~b%3F%23%25");
}

TEST_CASE("JSON strings are escaped") {
  CHECK(json_escape("a\"b\\c\n\t\r\x01") == R"(a\"b\\c\n\t\r\u0001)");
  CHECK(json_escape("深 <p>") == "深 <p>");
  CHECK(json_escape("bad \xFF") == "bad \uFFFD");
  CHECK(json_escape("\u2028") == "\\u2028");
}

TEST_CASE("A JSON string cannot end the script element around it") {
  CHECK(json_escape("</script><!--") == "\\u003c/script>\\u003c!--");
}

TEST_CASE("A typing mistake finds the name that was meant") {
  const std::vector<std::string_view> keys{"title", "topics", "date", "headline", "id"};
  CHECK(nearest("titel", keys) == "title");
  CHECK(nearest("Topic", keys) == "topics");
  CHECK(nearest("headlnie", keys) == "headline");
  CHECK(nearest("DATE", keys) == "date");
  CHECK(nearest("ie", keys) == "id");
  CHECK_FALSE(nearest("abstract", keys));
  CHECK_FALSE(nearest("x", keys));
  CHECK_FALSE(nearest("", keys));
  CHECK_FALSE(nearest(std::string(100000, 't'), keys));
}

TEST_CASE("Of equally near names the first is taken") {
  CHECK(nearest("cat", {"car", "cap"}) == "car");
  CHECK(nearest("cat", {"cap", "car"}) == "cap");
}

}  // namespace paperboy::base
