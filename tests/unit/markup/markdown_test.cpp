#include "markup/markdown.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"

namespace paperboy::markup {
namespace {

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += unit;
  }
  return text;
}

// Whether every element that is opened is closed, in order.
bool is_well_formed(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t i = html.find('<'); i != std::string::npos; i = html.find('<', i + 1)) {
    const bool closing = html[i + 1] == '/';
    const std::size_t begin = closing ? i + 2 : i + 1;
    const std::string name = html.substr(begin, html.find_first_of(" >", begin) - begin);
    if (name == "br" || name == "hr" || name == "img" || name == "input" || name == "wbr") {
      continue;
    }
    if (!closing) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

void check_survives(const std::string& text) {
  MathRenderer math;
  base::Diagnostics diagnostics;
  MarkdownOptions options;
  options.resolve_link = [](std::string_view) { return std::nullopt; };
  const MarkdownResult result = markdown_to_html(text, {}, options, math, diagnostics);
  CHECK(result.text.html().str().size() <= 20 * text.size() + 65'536);
  CHECK(is_well_formed(result.text.html().str()));
  CHECK(result.text.html().str().find("<script") == std::string::npos);
}

}  // namespace

TEST_CASE("a text that may have no links asks for none, however they are written") {
  for (const char* text :
       {"[a](/about/)", "[[2605.03769]]", "![a](b.png)", "[a]\n\n[a]: /b", "<https://a.org>", "<a@b.org>",
        "see https://a.org/b.", "<a href=\"/b\">c</a>", "https&colon;//a.org", "https:\\//a.org",
        "https:/&#47;a.org", "plain 文字 with *emphasis*, `code`, a:/b, $x^2$, a@b.org and www.a.org"}) {
    CAPTURE(text);
    MathRenderer math;
    base::Diagnostics diagnostics;
    bool was_asked = false;
    MarkdownOptions options;
    options.resolve_link = [&](std::string_view) {
      was_asked = true;
      return std::nullopt;
    };
    const MarkdownResult result = markdown_to_html(text, {}, options, math, diagnostics);
    CHECK((may_have_links(text) || (!was_asked && result.links.empty())));
  }
  CHECK_FALSE(may_have_links("plain 文字 with *emphasis*, `code`, a:/b, $x^2$, a@b.org and www.a.org"));
}

TEST_CASE("patterns that cost cmark quadratic time end and stay in proportion") {
  constexpr std::size_t kBytes = 60'000;
  for (const char* unit : {":@",     "x\n|-|-|\n",  "|a",       "- ",        "> ",           "<![CDATA[",
                           "a<?",    "![[]()",      "*a ",      "_a*_ ",     "[a](",         "[",
                           "[[a]]",  "[[a",         "`a",       "``a`",      "<b>",          "<a b=\"",
                           "<a b='", "<details>\n", "<li>\n",   "<!--",      "[^1]",         "# a\n",
                           "&amp;",  "\\",          "~~a",      "~",         "**“中",        "\r",
                           "\n",     "$a ",         "$a$ ",     "$$",        "$$x ",         "\\(",
                           "<",      "<!A ",        "***a** b", "a**b",      "- [ ] a\n",    "![a](b)\n",
                           "中\n",   "1. ",         "> ```\n",  "[a][b]",    "https://a.b ", "http://a.b/(",
                           "|",      "a  \n",       "a\n-\n",   "    a\n",   "```\n",        "[a]: b\n",
                           "<td>",   "<p>",         "</b>",     "<a href=x>"}) {
    INFO(unit);
    check_survives(repeated(unit, kBytes));
  }
}

TEST_CASE("reference links cannot multiply a long address") {
  check_survives("[x]: /" + std::string(40'000, 'u') + "\n\n" + repeated("[x] ", 160'000));
  check_survives("> [x]: /" + std::string(3'000, 'u') + "\n\n" + repeated("[x] ", 20'000));
  check_survives("[x]: /a '" + repeated("b\n", 3'000) + "'\n\n" + repeated("[x] ", 20'000));
}

TEST_CASE("tables cannot multiply cells") {
  check_survives(repeated("|x", 4'000) + "\n" + repeated("|-", 4'000) + "\n" + repeated("a\n", 4'000));
  check_survives("a|b\r-|-\r" + repeated("x\r", 100'000));
}

TEST_CASE("nesting is bounded") {
  check_survives(repeated("- ", 40'000) + "x" + std::string(20'000, '\n'));
  check_survives(repeated(">", 40'000) + repeated("a*", 80'000));
  std::string stairs;
  for (std::size_t i = 0; i < 400; ++i) {
    stairs += std::string(2 * i, ' ') + "- a\n";
  }
  check_survives(stairs);
}

TEST_CASE("bytes that are no text do not reach the page") {
  check_survives(std::string("a\0b\xFF\xC0\xAF\xED\xA0\x80", 10));
  check_survives("\xF3\xB0\x80\x80" + std::string("0") + "\xF3\xB0\x80\x80 $x$ **“\xF3\xB0\x80\x81”**中");
}

TEST_CASE("a text over the size limit is shown without Markdown") {
  MathRenderer math;
  base::Diagnostics diagnostics;
  const MarkdownResult result = markdown_to_html(repeated("*a* ", 300'000), {}, {}, math, diagnostics);
  CHECK(result.text.html().str().substr(0, 7) == "<p>*a* ");
  REQUIRE(diagnostics.count(base::Severity::Error) == 1);
  CHECK(diagnostics.sorted().front().code == "markdown-refused");
}

TEST_CASE("strikethrough works in every thread at once") {
  std::vector<std::string> results(200);
  base::parallel_for(results.size(), 8, [&](std::size_t i) {
    MathRenderer math;
    base::Diagnostics diagnostics;
    results[i] = markdown_to_html("~~a~~ | b\n--|--\nc | d", {}, {}, math, diagnostics).text.html().str();
  });
  for (const std::string& result : results) {
    REQUIRE(result.find("<del>a</del>") != std::string::npos);
  }
}

TEST_CASE("without a resolver double brackets are text") {
  MathRenderer math;
  base::Diagnostics diagnostics;
  CHECK(markdown_to_html("[[x]]", {}, {}, math, diagnostics).text.html().str() == "<p>[[x]]</p>\n");
}

}  // namespace paperboy::markup
