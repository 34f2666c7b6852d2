#pragma once

#include <string>

#include "base/source.h"
#include "value/value.h"

namespace paperboy::importers {

// The YAML text of `source`, which reads as `before`, changed so that it reads as `after`. Only the parts
// that differ are written anew: comments, order and layout of all else stay. Entries of `papers` and items
// of lists of mappings are told apart by their `id`. Where a change cannot be made in place the whole text
// is written anew.
std::string patch_yaml(const base::Source& source, const value::Value& before, const value::Value& after);

// Whether two trees say the same: equal texts in equal places; styles and the order of keys do not count.
bool same_tree(const value::Value& a, const value::Value& b);

}  // namespace paperboy::importers
