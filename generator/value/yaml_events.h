#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "value/value.h"

namespace paperboy::value {

// What a parser sees in a YAML text, piece by piece (https://yaml.org/spec/1.2.2/#3.1-processes). Offsets are
// bytes into the text.
struct YamlEvent {
  enum class Kind {
    Document,
    Alias,
    Scalar,  // also for a value that is left out
    List,
    Mapping,
    EndOfDocument,
    EndOfList,
    EndOfMapping,
    EndOfText,
  };
  Kind kind = Kind::EndOfText;
  std::size_t begin = 0;       // with its tag and anchor
  Style style = Style::Plain;  // of a scalar
  bool is_flow = false;        // of a list or mapping: in brackets
  // As long-lived as the event:
  std::string_view text;  // of a scalar, without quotes and escapes
  std::string_view tag;   // "tag:yaml.org,2002:str"; empty: none
  std::string_view name;  // of its anchor, or the one an alias names; empty: none
};

// Where the parser gave up, in its own words.
struct YamlFailure {
  std::string message;
  std::size_t offset = 0;
};

class YamlEvents {
 public:
  // `text` is one that check_text() passed, and outlives this.
  explicit YamlEvents(std::string_view text);
  ~YamlEvents();

  // The next one, which ends the one before. Throws YamlFailure.
  YamlEvent next();

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace paperboy::value
