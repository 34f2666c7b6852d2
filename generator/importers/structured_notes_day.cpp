#include <algorithm>

#include "base/text.h"
#include "importers/identity.h"
#include "importers/structured_notes.h"

namespace paperboy::importers {
namespace {

constexpr std::string_view kAgain = "repeated_lines";

bool same(const value::Value& a, const value::Value& b) {
  if (a.scalar() != nullptr && b.scalar() != nullptr)
    return base::collapse_spaces(a.scalar()->text) == base::collapse_spaces(b.scalar()->text);
  if (a.array() != nullptr && b.array() != nullptr)
    return std::equal(a.array()->begin(), a.array()->end(), b.array()->begin(), b.array()->end(), same);
  if (a.object() == nullptr || b.object() == nullptr)
    return a.is_null() && b.is_null();
  const std::vector<value::Member>& members = a.object()->members();
  return members.size() == b.object()->size() &&
         std::all_of(members.begin(), members.end(), [&](const value::Member& member) {
           const value::Value* other = b.object()->find(member.key);
           return other != nullptr && same(member.value, *other);
         });
}

// For trees that are the same.
void note_repeats(const value::Value& kept, const value::Value& said, std::vector<Repeat>& repeats) {
  if (said.scalar() != nullptr && said.span() && kept.span())
    repeats.push_back({said.span(), kept.span()});
  if (said.array() != nullptr)
    for (std::size_t i = 0; i < said.array()->size(); ++i)
      note_repeats((*kept.array())[i], (*said.array())[i], repeats);
  if (said.object() != nullptr)
    for (const value::Member& member : said.object()->members())
      note_repeats(*kept.object()->find(member.key), member.value, repeats);
}

class LineMerge {
 public:
  explicit LineMerge(std::vector<Repeat>& repeats) : repeats_(repeats) {}

  void add(Mapping& entry, const value::Value& line) {
    const value::Value different = add_members(entry, *line.object());
    if (says_nothing(different))
      return;
    const value::Value* extra = entry.find("extra");
    Mapping kept = extra == nullptr ? Mapping() : Mapping(*extra->object());
    const value::Value* again = kept.find(kAgain);
    value::Array lines = again == nullptr ? value::Array() : *again->array();
    const auto known = std::find_if(lines.begin(), lines.end(),
                                    [&](const value::Value& other) { return same(other, different); });
    if (known == lines.end())
      lines.push_back(different);
    else
      note_repeats(*known, different, repeats_);
    kept.set(kAgain, list_value(std::move(lines)));
    entry.set("extra", kept.build());
  }

 private:
  // Fills gaps; returns what differs.
  value::Value add_members(Mapping& base, const value::Object& addition) {
    Mapping different;
    for (const value::Member& member : addition.members()) {
      const value::Value* present = base.find(member.key);
      if (present == nullptr) {
        base.set_empty(member.key, member.value);
      } else if (same(*present, member.value)) {
        note_repeats(*present, member.value, repeats_);
      } else if (present->object() != nullptr && member.value.object() != nullptr) {
        Mapping inner(*present->object());
        different.set(member.key, add_members(inner, *member.value.object()));
        base.set_empty(member.key, inner.build(present->span()));
      } else if (says_nothing(*present)) {
        base.set_empty(member.key, member.value);
      } else {
        different.set(member.key, member.value);
      }
    }
    return different.build();
  }

  std::vector<Repeat>& repeats_;
};

}  // namespace

base::SourceSpan NotesDay::add(const value::Value& entry) {
  const std::string name = identities({entry}).front();
  // Without id and title nothing tells that two lines mean the same paper.
  const bool nameless = base::starts_with(name, "#");
  const auto [place, fresh] =
      places_.emplace(nameless ? "#" + std::to_string(entries_.size()) : name, entries_.size());
  if (fresh) {
    entries_.emplace_back(*entry.object());
    spans_.push_back(entry.span());
    return {};
  }
  LineMerge(imported_.repeats).add(entries_[place->second], entry);
  return spans_[place->second];
}

value::Array NotesDay::take_entries() {
  value::Array result;
  for (std::size_t i = 0; i < entries_.size(); ++i) result.push_back(entries_[i].build(spans_[i]));
  entries_.clear();
  spans_.clear();
  places_.clear();
  return result;
}

}  // namespace paperboy::importers
