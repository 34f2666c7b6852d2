#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace paperboy::importers {

// Where a text is to be written: between brackets more characters mean something.
enum class Place { Block, Flow };

// The text without quotes where every YAML tool reads the same text, else in the quotes that need the fewest
// escapes. Always one line.
std::string inline_text(std::string_view text, Place place);
// A number, date or truth value as it stands; in quotes when it cannot stand so.
std::string inline_plain(std::string_view text, Place place);

// The text as a block, its lines indented by `indent`: folded at about `width` columns, or literal when it
// has line breaks. Begins with the mark (`>-`); nothing when a block would not read back as the same text.
std::optional<std::string> block_text(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace paperboy::importers
