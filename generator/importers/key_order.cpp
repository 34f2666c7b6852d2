#include <array>

#include "importers/content_writer.h"
#include "importers/tree.h"

namespace paperboy::importers {
namespace {

constexpr std::array kEditionKeys = {"date",      "state",    "draft",     "title", "themes", "summary",
                                     "legend",    "keywords", "top_picks", "runs",  "counts", "prompts",
                                     "redirects", "accept",   "extra",     "papers"};
constexpr std::array kEntryKeys = {
    "id",           "number",   "title",        "headline",   "tag",      "authors",    "authors_cut",
    "affiliations", "abstract", "abstract_cut", "source",     "category", "categories", "announce_type",
    "version",      "date",     "links",        "scores",     "score",    "topic",      "also_matches",
    "matched_by",   "comment",  "topic_match",  "commentary", "notes",    "extra"};

template <std::size_t N>
value::Value ordered(const value::Value& value, const std::array<const char*, N>& keys) {
  if (value.object() == nullptr)
    return value;
  Mapping result;
  for (const char* key : keys)
    if (const value::Value* found = value.object()->find(key))
      result.set_empty(key, *found);
  for (const value::Member& member : value.object()->members())
    if (result.find(member.key) == nullptr)
      result.set_empty(member.key, member.value);
  return result.build(value.span());
}

}  // namespace

value::Value in_key_order(const value::Value& edition) {
  value::Value result = ordered(edition, kEditionKeys);
  if (result.object() == nullptr)
    return result;
  const value::Value* papers = result.object()->find("papers");
  if (papers == nullptr || papers->array() == nullptr)
    return result;
  value::Array entries;
  for (const value::Value& entry : *papers->array()) entries.push_back(ordered(entry, kEntryKeys));
  Mapping with_papers(*result.object());
  with_papers.set_empty("papers", list_value(std::move(entries), papers->span()));
  return with_papers.build(result.span());
}

}  // namespace paperboy::importers
