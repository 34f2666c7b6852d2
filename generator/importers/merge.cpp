#include "importers/merge.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "importers/identity.h"
#include "importers/patch.h"
#include "importers/tree.h"
#include "importers/verify.h"

namespace paperboy::importers {
namespace {

// Adds the places below a value to the record: mappings and papers are gone into, all else is one value.
void record_value(const std::string& place, std::string_view key, const value::Value& value,
                  ImportRecord& record) {
  if (const value::Object* object = value.object(); object != nullptr && object->size() > 0) {
    for (const value::Member& member : object->members())
      record_value(flat_place(place, member.key), member.key, member.value, record);
  } else if (is_keyed_list(key, value)) {
    const std::vector<std::string> names = identities(*value.array());
    for (std::size_t i = 0; i < names.size(); ++i)
      record_value(flat_place(place, names[i]), "", (*value.array())[i], record);
  } else {
    record.set(place, value);
  }
}

class Merger {
 public:
  Merger(ImportRecord& record, const std::string& path, base::Diagnostics& diagnostics)
      : before_(record), record_(record), path_(path), diagnostics_(diagnostics) {}

  value::Value merge(const std::string& place, std::string_view key, const value::Value& present,
                     const value::Value& incoming) {
    if (present.object() != nullptr && incoming.object() != nullptr)
      return merge_members(place, *present.object(), *incoming.object(), present.span());
    if (is_keyed_list(key, present) && is_keyed_list(key, incoming))
      return merge_list(place, *present.array(), *incoming.array(), present.span());
    return merge_unit(place, present, incoming);
  }

  std::vector<std::string> take_kept() { return std::move(kept_); }

 private:
  value::Value merge_members(const std::string& place, const value::Object& present,
                             const value::Object& incoming, base::SourceSpan span) {
    Mapping result(present);
    for (const value::Member& member : incoming.members()) {
      const std::string at = flat_place(place, member.key);
      const value::Value* old = present.find(member.key);
      if (old != nullptr)
        result.set_empty(member.key, merge(at, member.key, *old, member.value));
      else if (!was_taken_away(at, member.key, member.value))
        result.set_empty(member.key, member.value);
    }
    return result.build(span);
  }

  value::Value merge_list(const std::string& place, const value::Array& present, const value::Array& incoming,
                          base::SourceSpan span) {
    value::Array result = present;
    std::map<std::string, std::size_t> places;
    const std::vector<std::string> names = identities(present);
    for (std::size_t i = 0; i < names.size(); ++i) places.emplace(names[i], i);
    const std::vector<std::string> others = identities(incoming);
    for (std::size_t i = 0; i < incoming.size(); ++i) {
      const std::string at = flat_place(place, others[i]);
      if (const auto found = places.find(others[i]); found != places.end())
        result[found->second] = merge(at, "", present[found->second], incoming[i]);
      else if (!was_taken_away(at, "", incoming[i]))
        result.push_back(incoming[i]);
    }
    return list_value(std::move(result), span);
  }

  // Whether an import had written it and a person removed it since. If not, it is noted as imported.
  bool was_taken_away(const std::string& place, std::string_view key, const value::Value& incoming) {
    const bool known = before_.knows(place);
    if (known)
      kept_.push_back(place);
    record_value(place, key, incoming, record_);
    return known;
  }

  value::Value merge_unit(const std::string& place, const value::Value& present,
                          const value::Value& incoming) {
    const bool untouched = before_.holds(place, present);
    const bool is_news = !before_.holds(place, incoming);
    record_value(place, "", incoming, record_);
    if (same_tree(present, incoming))
      return present;
    if (untouched)
      return incoming;
    kept_.push_back(place);
    if (is_news)
      report_conflict(present, incoming);
    return present;
  }

  void report_conflict(const value::Value& present, const value::Value& incoming) {
    base::Diagnostic conflict;
    conflict.severity = base::Severity::Warning;
    conflict.code = "import-conflict";
    conflict.message = "the file and the new import say different things here; the file's words stay";
    conflict.span = present.span();
    conflict.path = path_;
    const std::string_view text = scalar_text(&incoming);
    if (!text.empty())
      conflict.hint = "the import has: " + base::shorten(base::collapse_spaces(text), 200);
    if (incoming.span())
      conflict.related = {{"the import's words", incoming.span()}};
    diagnostics_.add(std::move(conflict));
  }

  const ImportRecord before_;
  ImportRecord& record_;
  const std::string& path_;
  base::Diagnostics& diagnostics_;
  std::vector<std::string> kept_;
};

}  // namespace

Merged merge(const value::Value& present, const value::Value& incoming, ImportRecord& record,
             const std::string& path, base::Diagnostics& diagnostics) {
  Merger merger(record, path, diagnostics);
  value::Value root = merger.merge("", "", present, incoming);
  return {std::move(root), merger.take_kept()};
}

void record_all(const value::Value& root, ImportRecord& record) {
  record_value("", "", root, record);
}

}  // namespace paperboy::importers
