#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "value/yaml_cursor.h"

namespace paperboy::value {

// A line that is no `key: value` where one is needed: finds out what is wrong with its colon.
[[noreturn]] void fail_neither_key_nor_item(const YamlCursor& cursor, std::size_t begin);

// Code and words for what the parser itself refuses.
struct ParserAdvice {
  std::string code;
  std::string message;
  std::string hint;
};
ParserAdvice advice_for(std::string_view parser_message);

}  // namespace paperboy::value
