#pragma once

#include <cstddef>
#include <string>

#include "importers/format.h"
#include "value/value.h"

namespace paperboy::importers {

// YAML that is pleasant to read and edit: long texts as blocks, lists in one line or wrapped, quotes only
// where this program or another YAML tool would read something else, one blank line between papers.
// Reading it again gives the same texts in the same order. Characters no text file may hold must be gone.
std::string write_yaml(const value::Value& root);

// Members or list items as lines indented by `indent`, for a text that is there already.
enum class Spacing { Tight, Airy };  // airy: a blank line between items
std::string write_members(const value::Object& object, std::size_t indent);
std::string write_items(const value::Array& array, std::size_t indent, Spacing spacing);

// A file as it stands on disk: YAML, or front matter and Markdown.
std::string write_content(const ContentFile& file);

// The same tree with the keys of an edition, its entries, runs and so on in the order of content.md; others
// follow as they came.
value::Value in_key_order(const value::Value& edition);

}  // namespace paperboy::importers
