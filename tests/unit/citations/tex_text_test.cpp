#include <catch2/catch.hpp>
#include <string>

#include "citations/citation.h"

namespace paperboy::citations {

TEST_CASE("signs of TeX are printed as they stand") {
  CHECK(tex_text("50% of #1 & $2 a_b") == R"(50\% of \#1 \& \$2 a\_b)");
  CHECK(tex_text("~^\\") == R"(\textasciitilde{}\textasciicircum{}\textbackslash{})");
}

TEST_CASE("braces are in pairs whatever the text") {
  CHECK(tex_text("}{") == R"(\textbraceright{}\textbraceleft{})");
  CHECK(tex_text("}}}") == R"(\textbraceright{}\textbraceright{}\textbraceright{})");
}

TEST_CASE("Latin letters with accents are macros") {
  CHECK(tex_text("Raphaël Çınar Seguí-Mas") == R"(Rapha{\"e}l {\c C}{\i}nar Segu{\'i}-Mas)");
  CHECK(tex_text("Łukasz Šimůnek Erdős Größe Ångström") ==
        R"({\L}ukasz {\v S}im{\r u}nek Erd{\H o}s Gr{\"o}{\ss}e {\r A}ngstr{\"o}m)");
  CHECK(tex_text("e\xcc\x81") == R"({\'e})");  // letter and accent apart
}

TEST_CASE("other letters stay") {
  CHECK(tex_text("注意力 ∇ α “x” – Nguyễn") == "注意力 ∇ α “x” – Nguyễn");
}

TEST_CASE("what is no UTF-8 is replaced") {
  CHECK(tex_text("a\xff"
                 "b") ==
        "a\xEF\xBF\xBD"
        "b");
}

}  // namespace paperboy::citations
