#include "markup/katex_bundle.h"

#ifndef PAPERBOY_KATEX_FILE
#error "PAPERBOY_KATEX_FILE must name katex.min.js"
#endif

// The assembler copies the file: no generated source of a megabyte, no second tool.
__asm__(
    ".pushsection .rodata\n"
    ".global paperboy_katex_begin\n"
    ".global paperboy_katex_end\n"
    "paperboy_katex_begin:\n"
    ".incbin \"" PAPERBOY_KATEX_FILE
    "\"\n"
    "paperboy_katex_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const char paperboy_katex_begin[];
extern const char paperboy_katex_end[];
}

namespace paperboy::markup {

std::string_view katex_script() {
  return {&paperboy_katex_begin[0],
          static_cast<std::size_t>(&paperboy_katex_end[0] - &paperboy_katex_begin[0])};
}

}  // namespace paperboy::markup
