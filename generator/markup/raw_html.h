#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paperboy::markup {

// One tag as written: <name attributes…>, </name>. Names are in lower case.
struct RawTag {
  std::string name;
  bool closing = false;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::size_t length = 0;  // bytes it takes
};

// The tag that begins with the `<` at `offset`, if it is one that ends.
std::optional<RawTag> read_tag(std::string_view text, std::size_t offset);

// The length of the comment that begins at `offset`, 0 when none does.
std::size_t comment_length(std::string_view text, std::size_t offset);

enum class TagUse {
  Refused,
  Phrasing,  // inside a line: b, em, sub …
  Flow,      // around blocks: details, table …
  Void       // br, hr, img: has no end
};

TagUse tag_use(std::string_view name);

// Whether an element may stand directly inside another: li only in lists, td only in rows.
bool may_stand_in(std::string_view name, std::string_view parent);

// The attributes that are kept, written out: a few names, addresses only with a safe scheme.
std::string kept_attributes(const RawTag& tag);

}  // namespace paperboy::markup
