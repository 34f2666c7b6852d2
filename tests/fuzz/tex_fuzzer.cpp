// Any bytes as a TeX field: no crash, a bounded page. Build with clang and
// -fsanitize=fuzzer,address,undefined.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "markup/rich_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paperboy;
  static markup::MathRenderer math;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const base::Source source("fuzz.tex", std::string(text));
  const base::SourceSpan span{&source, 0, static_cast<std::uint32_t>(source.text().size())};
  for (const auto field : {markup::TexField::Name, markup::TexField::Title, markup::TexField::Abstract}) {
    base::Diagnostics diagnostics;
    const markup::RichText rich = markup::tex_to_rich_text(source.text(), field, span, math, diagnostics);
    if (rich.html().str().find("<script") != std::string::npos) {
      std::abort();
    }
    diagnostics.sorted();
  }
  return 0;
}
