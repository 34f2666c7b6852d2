#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "value/value.h"

namespace paperboy::value {

// Bounds that no honest file meets; each is a located error when passed.
struct Limits {
  std::size_t bytes = 64u << 20;
  std::size_t depth = 64;
  std::size_t values = 4'000'000;
};

// Whether anchors and aliases may be used: only in site.yaml.
enum class Aliases { Refused, Allowed };

// Each reader reports what is wrong to `diagnostics` and returns nothing when the file cannot be
// used. Common to all: invalid UTF-8, NUL and control characters, repeated keys, too deep nesting
// and anything after the document are errors at their place.
std::optional<Value> read_yaml(const base::Source& source, Aliases aliases, base::Diagnostics& diagnostics,
                               const Limits& limits = {});
std::optional<Value> read_json(const base::Source& source, base::Diagnostics& diagnostics,
                               const Limits& limits = {});
// One value a line; blank lines are skipped; a broken line is reported and the others are returned.
std::vector<Value> read_json_lines(const base::Source& source, base::Diagnostics& diagnostics,
                                   const Limits& limits = {});

// A Markdown file: the mapping between the `---` lines at its very top (an empty object when there is
// none) and the byte range of the text below it. Spans of the front matter point into the whole file.
struct FrontMatter {
  Value fields;
  base::SourceSpan body;
};
std::optional<FrontMatter> read_front_matter(const base::Source& source, base::Diagnostics& diagnostics,
                                             const Limits& limits = {});

}  // namespace paperboy::value
