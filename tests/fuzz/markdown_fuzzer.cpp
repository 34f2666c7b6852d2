// Any bytes as Markdown: no crash, a bounded page. Build with clang and -fsanitize=fuzzer,address,undefined.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "markup/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paperboy;
  static markup::MathRenderer math;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  base::Diagnostics diagnostics;
  const base::Source source("fuzz.md", std::string(text));
  const base::SourceSpan span{&source, 0, static_cast<std::uint32_t>(source.text().size())};
  markup::MarkdownOptions options;
  options.resolve_link = [](std::string_view) -> std::optional<std::string> { return std::nullopt; };
  const markup::MarkdownResult result =
      markup::markdown_to_html(source.text(), span, options, math, diagnostics);
  if (result.text.html().str().size() > 20 * size + 65'536 ||
      result.text.html().str().find("<script") != std::string::npos) {
    std::abort();
  }
  return 0;
}
