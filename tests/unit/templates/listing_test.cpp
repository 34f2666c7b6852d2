#include <catch2/catch.hpp>
#include <string>

#include "templates/compiler.h"
#include "templates/lexer.h"
#include "templates/parser.h"
#include "templates/registry.h"

using namespace paperboy;

namespace {

std::string tokens_of(std::string text) {
  const base::Source source("t.html", std::move(text));
  base::Diagnostics diagnostics;
  const std::string listing = templates::format_tokens(templates::tokenize(source, diagnostics));
  CHECK_FALSE(diagnostics.has_errors());
  return listing;
}

std::string code_of(std::string text) {
  const base::Source source("t.html", std::move(text));
  base::Diagnostics diagnostics;
  templates::Registry registry;
  registry.variables = {templates::Symbol::of("page")};
  std::uint32_t sites = 0;
  const templates::ParsedTemplate parsed = templates::parse(source, diagnostics);
  const templates::CompiledTemplate compiled =
      templates::compile(parsed.body, "t.html", source, registry, sites, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return templates::format_code(*compiled.program.codes[0]);
}

}  // namespace

TEST_CASE("a template as tokens") {
  CHECK(tokens_of("a {{ b.c|d(\"e\\n\") }}\n{% if 1.5 <= 2 %}\n") ==
        "Text \"a \"\nPrintOpen\nName \"b\"\nDot\nName \"c\"\nPipe\nName \"d\"\nLeftParen\nString "
        "\"e\\n\"\nRightParen\n"
        "PrintClose\nText \"\\n\"\nTagOpen\nName \"if\"\nFloat \"1.5\"\nLessEqual\nInteger "
        "\"2\"\nTagClose\nEnd\n");
}

TEST_CASE("constants are computed, escaped and joined with the text around them") {
  CHECK(code_of("<p>{{ 1 + 2 * 3 }} {{ 'a' ~ '<' }}<br>") == "0 Text \"<p>7 a&lt;<br>\"\n1 Return\n");
}

TEST_CASE("a loop over a field with a field of its variable") {
  CHECK(code_of("{% for p in page.papers %}{{ p.title }}{% endfor %}") ==
        "0 LoadGlobal 0\n1 Field papers\n2 LoopBegin 0\n3 ClearLocal 0\n4 LoopNext 9\n5 StoreLocal 1\n"
        "6 LocalField 1 title\n7 Emit\n8 Jump 4\n9 LoopEnd 0\n10 Return\n");
}
