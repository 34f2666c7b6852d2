#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace paperboy::importers {

// What tells a list's mappings apart wherever they stand in it: the canonical id of a paper, the id of a
// topic or series, else the title, else the place in the list. One for each element; equal ones get a number.
std::vector<std::string> identities(const value::Array& list);

// Whether the elements of the list under this key are told apart by identities(): papers, topics, series.
bool is_keyed_list(std::string_view key, const value::Value& value);

// A place in a content file: keys and identities, outermost first.
using TreePath = std::vector<std::string>;

}  // namespace paperboy::importers
