#include "importers/patch.h"

#include <algorithm>

#include "importers/content_writer.h"

namespace paperboy::importers {

std::string patch_yaml(const base::Source& source, const value::Value& before, const value::Value& after) {
  return same_tree(before, after) ? std::string(source.text()) : write_yaml(after);
}

bool same_tree(const value::Value& a, const value::Value& b) {
  if (a.scalar() != nullptr && b.scalar() != nullptr)
    return a.scalar()->text == b.scalar()->text;
  if (a.array() != nullptr && b.array() != nullptr)
    return std::equal(a.array()->begin(), a.array()->end(), b.array()->begin(), b.array()->end(), same_tree);
  if (a.object() == nullptr || b.object() == nullptr)
    return a.is_null() && b.is_null();
  const std::vector<value::Member>& members = a.object()->members();
  return a.object()->size() == b.object()->size() &&
         std::all_of(members.begin(), members.end(), [&](const value::Member& member) {
           const value::Value* other = b.object()->find(member.key);
           return other != nullptr && same_tree(member.value, *other);
         });
}

}  // namespace paperboy::importers
