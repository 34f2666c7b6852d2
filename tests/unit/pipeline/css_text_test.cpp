#include "pipeline/css_text.h"

#include <catch2/catch.hpp>

using namespace paperboy::pipeline;

namespace {

std::string faults(std::string_view text) {
  std::string found;
  for (const CssFault& fault : find_css_faults(text)) {
    found += std::to_string(fault.offset) + ": " + fault.message + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("white space and comments that mean nothing go") {
  CHECK(minify_css("/* a */\n:root {\n  --ink: #000;\n  --line: 1px  solid;\n}\n\np,\nli { margin: 0 }\n") ==
        ":root{--ink:#000;--line:1px solid}p,li{margin:0}");
  CHECK(minify_css("@media (min-width: 48rem) and (width <= 60rem) { a > b { c: d !important; } }") ==
        "@media (min-width:48rem) and (width <= 60rem){a>b{c:d!important}}");
}

TEST_CASE("white space that means something stays") {
  CHECK(minify_css("a :hover b, :is( p , li ) .c ::before { }") == "a :hover b,:is(p,li) .c ::before{}");
  CHECK(minify_css("a{width:calc( 1px + (2px - 3px) * 4 )}") == "a{width:calc(1px + (2px - 3px) * 4)}");
  CHECK(minify_css("a{margin:var(--a) 0 -1px;grid:1fr/auto 1fr}") ==
        "a{margin:var(--a) 0 -1px;grid:1fr/auto 1fr}");
  CHECK(minify_css("a{--empty: ;--full: x}") == "a{--empty: ;--full:x}");
  CHECK(minify_css("a + b ~ c * d [e] f#g{}") == "a + b ~ c * d [e] f#g{}");
  CHECK(minify_css("a{content:\"x\" / \"\"}") == "a{content:\"x\" / \"\"}");
}

TEST_CASE("a comment never joins what stands beside it") {
  CHECK(minify_css("a/**/b{}") == "a/**/b{}");
  CHECK(minify_css("a /* x */ b{}") == "a b{}");
  CHECK(minify_css("a/* x */{b:/* y */c/* z */;}") == "a{b:c}");
  CHECK(minify_css("/*! Licence: keep */a{}") == "/*! Licence: keep */a{}");
}

TEST_CASE("texts, escapes and addresses stay as they are") {
  CHECK(minify_css("a::before { content: \"  /* a ; } \\\" */  \" ; }") ==
        "a::before{content:\"  /* a ; } \\\" */  \"}");
  CHECK(minify_css("a{b:url( x  y;}.png )  c;d:url('e )  f')}") ==
        "a{b:url( x  y;}.png ) c;d:url('e )  f')}");
  CHECK(minify_css(".a\\ \\{ b\\31  c{}") == ".a\\ \\{ b\\31 c{}");
  CHECK(minify_css("a{font-family:\"思源宋体\" , 宋体}") == "a{font-family:\"思源宋体\",宋体}");
}

TEST_CASE("addresses can be written anew") {
  const auto write = [](const CssPiece& url) {
    return url_target(url) == "a.png" ? std::string("url(b.png)") : std::string();
  };
  CHECK(minify_css("x{y:url(a.png),URL( 'a.png' ),url(\"c.png\")}", write) ==
        "x{y:url(b.png),url(b.png),url(\"c.png\")}");
}

TEST_CASE("minified twice is minified once") {
  const std::string once = minify_css("a { b : c } /* d */ e  >  f { --g : ; h: url( i ) }");
  CHECK(minify_css(once) == once);
}

TEST_CASE("what is left open is found") {
  CHECK(faults("a{b:c}") == "");
  CHECK(faults("a{b:calc(1px}") == "12: this '}' closes nothing\n");
  CHECK(faults("a{b:c") == "1: this '{' is never closed\n");
  CHECK(faults("a{}}") == "3: this '}' closes nothing\n");
  CHECK(faults("a{b:\"c\n}") == "4: this text is not closed on its line\n");
  CHECK(faults("a{}/* b") == "3: this comment is never closed\n");
  CHECK(faults("a{b:url(c") == "4: this url() is never closed\n");
  CHECK(faults("@import 'x.css';") == "0: @import means nothing where sheets are joined into one\n");
}

TEST_CASE("a text that stops anywhere is read to its end") {
  const std::string whole = "/* a */@media x{b::c{d:\"e\\\"\" url( 'f\\'' ) \\31  !g}}";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    INFO(size);
    const std::string cut = whole.substr(0, size);
    CHECK(minify_css(cut).size() <= cut.size());
    std::string again;
    CssScanner scanner(cut);
    while (const std::optional<CssPiece> piece = scanner.next()) {
      again += piece->text;
    }
    CHECK(again == cut);
  }
}
