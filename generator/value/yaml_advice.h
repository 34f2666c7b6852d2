#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "value/yaml_cursor.h"

namespace paperboy::value {

// Fails when the line has a full-width colon after what looks like a key, or no space after its colon.
void check_colon_slip(const YamlCursor& cursor, std::size_t begin);
// A line that is no `key: value` where one is needed: finds out what is wrong with its colon.
[[noreturn]] void fail_neither_key_nor_item(const YamlCursor& cursor, std::size_t begin);

// These name the line or rest of a line at the cursor, and where the text began that it collides with.
[[noreturn]] void fail_after_quote(const YamlCursor& cursor, std::size_t text, base::SourceSpan rest);
[[noreturn]] void fail_after_comment(const YamlCursor& cursor, std::size_t text, std::size_t comment);
[[noreturn]] void fail_below_block(const YamlCursor& cursor, std::size_t text);
[[noreturn]] void fail_key_below_text(const YamlCursor& cursor, std::size_t text, std::size_t key);
// A warning: the `- ` at the cursor goes on with the text above.
base::Diagnostic list_in_text(const YamlCursor& cursor, std::size_t text);

// Code and words for what the parser itself refuses.
struct ParserAdvice {
  std::string code;
  std::string message;
  std::string hint;
};
ParserAdvice advice_for(std::string_view parser_message);

}  // namespace paperboy::value
