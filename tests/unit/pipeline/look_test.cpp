#include <catch2/catch.hpp>
#include <regex>

#include "base/digest.h"
#include "base/text.h"
#include "site_builder.h"

using paperboy::tests::build;
using paperboy::tests::BuiltSite;

namespace {

using Archive = std::map<std::string, std::string>;

constexpr const char* kPage = "daily/2026-05-04/index.html";

// An archive of one day whose site.yaml has this behind it.
Archive archive_with(const std::string& look) {
  return {
      {"content/site.yaml",
       "title: {en: Papers, zh: 论文}\nbase_url: https://example.org/repo/\n"
       "languages: [en, zh]\n"
       "series:\n  - {id: daily, title: Daily, languages: [en, zh]}\n" +
           look},
      {"content/daily/2026-05-04.yaml",
       "papers:\n"
       "  - {id: '2605.00001', title: First paper, authors: [Ann Lee, Bo Chen], abstract: What it says.,\n"
       "     scores: {relevance: 9}}\n"}};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string style_of(const BuiltSite& site) {
  std::string style;
  for (const auto& [path, bytes] : site.files) {
    if (paperboy::base::ends_with(path, ".css")) {
      CHECK(style.empty());  // one sheet, one request
      style = bytes;
    }
  }
  return style;
}

}  // namespace

TEST_CASE("without settings the style sheet is the program's") {
  BuiltSite site = build(archive_with(""));
  REQUIRE(site.diagnostics == "");
  std::string style = style_of(site);
  CHECK(contains(style, "--accent:"));
  CHECK_FALSE(contains(style, "/*"));
  CHECK_FALSE(contains(style, "\n"));
  CHECK(contains(site.files[kPage], "name=\"color-scheme\" content=\"light dark\""));
}

TEST_CASE("colours are set for both themes, behind those of the program, and not for paper") {
  BuiltSite site =
      build(archive_with("look:\n"
                         "  colors:\n"
                         "    paper: '#ffffff'\n"
                         "    accent: {light: '#0b6b57', dark: '#6fd3bb'}\n"
                         "    ink: {light: black, dark: white}\n"));
  // White letters on white paper are pointed out.
  CHECK(contains(site.diagnostics, "[low-contrast]"));
  CHECK(contains(style_of(site),
                 "@media screen{:root{--accent:#0b6b57;--ink:black;--paper:#ffffff}"
                 "@supports (color:light-dark(red,red)){:root{--accent:light-dark(#0b6b57,#6fd3bb);"
                 "--ink:light-dark(black,white)}}}"));
}

TEST_CASE("widths, fonts and a fixed theme are set") {
  BuiltSite site =
      build(archive_with("look:\n"
                         "  theme: dark\n"
                         "  width: {measure: 40rem, page: 90%}\n"
                         "  fonts:\n"
                         "    serif: Source Serif 4, \"Songti SC\", serif\n"
                         "    sans: [思源黑体, system-ui]\n"
                         "    mono: JetBrains Mono\n"));
  REQUIRE(site.diagnostics == "");
  CHECK(contains(style_of(site),
                 "@media screen{:root{color-scheme:dark}}:root{--measure:40rem;--page:90%;--mono:\"JetBrains "
                 "Mono\",monospace;"
                 "--sans:\"思源黑体\",system-ui;--serif:\"Source Serif 4\",\"Songti SC\",serif}"));
  CHECK(contains(site.files[kPage], "name=\"color-scheme\" content=\"dark\""));
  // There is nothing to choose, so nothing that looks for a choice.
  CHECK_FALSE(contains(site.files[kPage], "<script>"));
}

TEST_CASE("extra.css follows the style sheet of the program") {
  Archive archive = archive_with("");
  archive["assets/extra.css"] = "/* mine */ .entry { color : red; }\n";
  BuiltSite site = build(archive);
  REQUIRE(site.diagnostics == "");
  CHECK(paperboy::base::ends_with(style_of(site), ".entry{color :red}"));
}

TEST_CASE("sheets are joined in the order in which site.yaml names them") {
  Archive archive = archive_with("look: {style: [b.css, print/a.css]}\n");
  archive["assets/extra.css"] = ".not-named{}";
  archive["assets/print/a.css"] = ".a{}";
  archive["assets/b.css"] = ".b{}";
  BuiltSite site = build(archive);
  REQUIRE(site.diagnostics == "");
  std::string style;
  for (const auto& [path, bytes] : site.files) {
    if (paperboy::base::starts_with(path, "assets/style.")) {
      style = bytes;
      CHECK(contains(site.files[kPage], "href=\"/repo/" + path + "\""));
    }
  }
  CHECK(paperboy::base::ends_with(style, ".b{}.a{}"));
  CHECK_FALSE(contains(style, "not-named"));
}

TEST_CASE("a sheet of the archive's own gets the settings too") {
  Archive archive = archive_with("look: {width: {page: 80rem}}\n");
  archive["assets/style.css"] = "body { margin: 0 }";
  CHECK(style_of(build(archive)) == "body{margin:0}:root{--page:80rem}");
}

TEST_CASE("url() in a joined sheet names the file that the site serves") {
  Archive archive = archive_with("");
  archive["assets/extra.css"] =
      "@font-face { font-family: Mine; src: url(\"./fonts/mine.woff2?x#y\") }\n"
      "a { background: url(https://example.org/a.png), url(data:,x), url(#b) }\n";
  archive["assets/fonts/mine.woff2"] = "font";
  BuiltSite site = build(archive);
  REQUIRE(site.diagnostics == "");
  std::string name = "fonts/mine." + paperboy::base::digest("font").substr(0, 10) + ".woff2";
  CHECK(site.files.count("assets/" + name) == 1);
  CHECK(contains(style_of(site), "src:url(" + name + "?x#y)"));
  CHECK(contains(style_of(site), "url(https://example.org/a.png),url(data:,x),url(#b)"));
}

TEST_CASE("the script inside a page is the one its policy names, to the letter") {
  BuiltSite site = build(archive_with(""));
  const std::string& page = site.files[kPage];
  std::smatch script;
  REQUIRE(std::regex_search(page, script, std::regex("<script>([^<]*)</script>")));
  CHECK(contains(script[1], "dataset.theme"));
  CHECK(contains(page, "script-src 'self' 'sha256-" + paperboy::base::sha256_base64(script[1].str()) + "'"));
}

TEST_CASE("line breaks of another system and comments on top do not change the digest") {
  Archive archive = archive_with("");
  archive["assets/theme.js"] = "// one\r\n/* two\r\n */\r\na();\r\nb();\r\n";
  BuiltSite site = build(archive);
  REQUIRE(site.diagnostics == "");
  CHECK(contains(site.files[kPage], "<script>a();\nb();</script>"));
  CHECK(contains(site.files[kPage], "'sha256-" + paperboy::base::sha256_base64("a();\nb();") + "'"));
}

TEST_CASE("a small icon is carried by the page, a large one is linked") {
  Archive archive = archive_with("");
  archive["assets/favicon.svg"] = "<svg fill='#a\"é'/>\n";
  CHECK(contains(build(archive).files["index.html"],
                 "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg%20fill=%27%23a%22%C3%A9%27/%3E\">"));
  archive["assets/favicon.svg"] = std::string(2000, ' ');
  CHECK(contains(build(archive).files["index.html"], "<link rel=\"icon\" href=\"/repo/assets/favicon."));
}

TEST_CASE("a logo stands beside the title or in its place") {
  Archive archive = archive_with("look: {logo: mark.svg}\n");
  archive["assets/mark.svg"] = "<svg/>";
  std::string address = "/repo/assets/mark." + paperboy::base::digest("<svg/>").substr(0, 10) + ".svg";
  BuiltSite beside = build(archive);
  REQUIRE(beside.diagnostics == "");
  CHECK(contains(beside.files[kPage], "<img class=\"logo\" src=\"" + address + "\" alt=\"\"> Papers"));
  CHECK(contains(beside.files["404.html"], address));

  archive["content/site.yaml"] =
      archive_with("look:\n  logo: {file: mark.svg, with_title: false}\n")["content/site.yaml"];
  BuiltSite instead = build(archive);
  CHECK(contains(instead.files[kPage], "alt=\"Papers\"></a>"));
  CHECK(contains(instead.files[std::string("zh/") + kPage], "alt=\"论文\"></a>"));
}

TEST_CASE("what is not to be shown is not there") {
  BuiltSite all = build(archive_with(""));
  BuiltSite less = build(archive_with("look: {show: {abstracts: false, scores: false, authors: false}}\n"));
  REQUIRE(less.diagnostics == "");
  for (const char* text : {"What it says.", "Relevance", "Bo Chen"}) {
    INFO(text);
    CHECK(contains(all.files[kPage], text));
    CHECK_FALSE(contains(less.files[kPage], text));
  }
}

TEST_CASE("related papers and keywords that are not shown are not looked for") {
  const auto archive = [](const std::string& look) {
    Archive files = archive_with(look);
    files["content/daily/2026-05-04.yaml"] =
        "papers:\n"
        "  - {id: '2605.00001', title: Sparse kernels fold, authors: [Ann Lee], abstract: Sparse kernels.}\n"
        "  - {id: '2605.00002', title: Sparse kernels twist, authors: [Ann Lee], abstract: Sparse kernels.}\n"
        "  - {id: '2605.00003', title: Dialects, authors: [Bo Chen], abstract: Speech.}\n";
    files["layouts/paper.html"] =
        "{% for other in page.paper.related %}{{ other.reason }} {{ other.paper.plain_title }}{% endfor %}\n";
    files["layouts/rollup.html"] = "{% for word in page.rollup.keywords %}{{ word.label }}{% endfor %}\n";
    return files;
  };
  const std::string paper = "papers/2605.00001/index.html";
  const std::string week = "2026/w19/index.html";
  BuiltSite all = build(archive(""));
  CHECK(all.files[paper] == "authors Sparse kernels twist");
  CHECK(all.files[week] == "Sparse kernels");
  BuiltSite unrelated = build(archive("look: {show: {related: false}}\n"));
  CHECK(unrelated.files[paper] == "");
  CHECK(unrelated.files[week] == all.files[week]);
  BuiltSite wordless = build(archive("look: {show: {keywords: false}}\n"));
  CHECK(wordless.files[paper] == all.files[paper]);
  CHECK(wordless.files[week] == "");
}

TEST_CASE("the addresses of assets hold at any depth") {
  BuiltSite site = build(archive_with(""));
  for (const auto& [path, bytes] : site.files) {
    if (paperboy::base::ends_with(path, ".html")) {
      INFO(path);
      CHECK(contains(bytes, "<link rel=\"stylesheet\" href=\"/repo/assets/style."));
    }
  }
}
