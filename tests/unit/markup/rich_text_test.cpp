#include "markup/rich_text.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/text.h"

namespace paperboy::markup {
namespace {

// The place of the first problem when `field` was read from `written`, as "line:column".
std::string place_of_problem(const std::string& written, const std::string& field) {
  const base::Source source("x", written);
  const base::SourceSpan span{&source, 0, static_cast<std::uint32_t>(written.size())};
  MathRenderer math;
  base::Diagnostics diagnostics;
  tex_to_rich_text(field, TexField::Abstract, span, math, diagnostics);
  const std::vector<base::Diagnostic> found = diagnostics.sorted();
  REQUIRE_FALSE(found.empty());
  const base::Position place = source.position(found.front().span.begin);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

RichText read(const std::string& tex) {
  MathRenderer math;
  base::Diagnostics diagnostics;
  return tex_to_rich_text(tex, TexField::Abstract, {}, math, diagnostics);
}

}  // namespace

TEST_CASE("a problem is located where the field's text stands") {
  CHECK(place_of_problem("title: ab } c", "ab } c") == "1:11");
  CHECK(place_of_problem("ab } c", "ab } c") == "1:4");
}

TEST_CASE("a problem is located behind escapes and folded lines") {
  CHECK(place_of_problem("\"\\\"x\\\" \\u00e9 \\\\alpha } c\"", "\"x\" é \\alpha } c") == "1:15");
  CHECK(place_of_problem("'it''s } c'", "it's } c") == "1:8");
  CHECK(place_of_problem(">\n  one\n  two } c\n", "one two } c") == "3:7");
  CHECK(place_of_problem("|\n  one\n  two } c\n", "one\ntwo } c") == "3:7");
}

TEST_CASE("where the text cannot be found the field itself is named") {
  CHECK(place_of_problem("something else", "ab } c") == "1:1");
}

TEST_CASE("a field over the limit is shown as it stands and reported") {
  MathRenderer math;
  base::Diagnostics diagnostics;
  const std::string tex = "\\emph{" + std::string(70'000, 'x') + "}";
  const RichText rich = tex_to_rich_text(tex, TexField::Abstract, {}, math, diagnostics);
  CHECK(rich.plain() == tex);
  CHECK(diagnostics.count(base::Severity::Error) == 1);
}

TEST_CASE("hostile fields come out as text") {
  for (const char* unit : {"{",
                           "}",
                           "$",
                           "$$",
                           "$a ",
                           "\\",
                           "\\(",
                           "\\[",
                           "`",
                           "'",
                           "``",
                           "--",
                           "~",
                           "^{",
                           "_{",
                           "\\emph{",
                           "\\'",
                           "\\'{",
                           "\\cite{",
                           "\\href{",
                           "\\href{x}{",
                           "\\begin{",
                           "\\begin{equation}",
                           "\\end{",
                           "\\item",
                           "http://",
                           "http://a.b/(",
                           "\\foo{",
                           "\\foo[",
                           "{\\em ",
                           "\\footnote{",
                           "\xFF",
                           "\t",
                           "\n\n",
                           "\\t",
                           "\\\\[",
                           "&<>\"",
                           "\\url",
                           "\\textbf"}) {
    std::string tex;
    while (tex.size() < 20'000) {
      tex += unit;
    }
    INFO(unit);
    const RichText rich = read(tex);
    CHECK(rich.html().str().find("<script") == std::string::npos);
    CHECK(rich.html().str().size() <= 20 * tex.size() + 65'536);
    CHECK_FALSE(base::find_bad_character(rich.plain()).has_value());
  }
}

}  // namespace paperboy::markup
