#include "importers/join.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "importers/identity.h"
#include "importers/tree.h"
#include "model/field_reader.h"

namespace paperboy::importers {
namespace {

bool same_words(std::string_view a, std::string_view b) {
  if (base::collapse_spaces(a) == base::collapse_spaces(b))
    return true;
  const std::optional<double> number = model::parse_number(a);
  return number && number == model::parse_number(b);
}

std::string file_of(base::SourceSpan span) {
  if (!span)
    return "other";
  const std::string& path = span.source->path();
  return path.substr(path.rfind('/') + 1);
}

class Joiner {
 public:
  Joiner(std::vector<Repeat>& repeats, base::Diagnostics& diagnostics)
      : repeats_(repeats), diagnostics_(diagnostics) {}

  // An edition, or an entry of one: what differs inside goes to its own `extra`.
  value::Value record(const value::Object& base, const value::Value& addition, base::SourceSpan span) {
    Mapping outer = std::exchange(differing_, Mapping());
    Mapping result = members(base, *addition.object());
    if (!differing_.empty()) {
      const value::Value* extra = result.find("extra");
      Mapping kept = extra != nullptr && extra->object() != nullptr ? Mapping(*extra->object()) : Mapping();
      Mapping other;
      if (const value::Value* present = kept.find(file_name_);
          present != nullptr && present->object() != nullptr)
        other = Mapping(*present->object());
      other.set_all(*differing_.build().object());
      kept.set(file_name_, other.build());
      result.set("extra", kept.build());
    }
    differing_ = std::move(outer);
    return result.build(span);
  }

 private:
  Mapping members(const value::Object& base, const value::Object& addition) {
    Mapping result(base);
    for (const value::Member& member : addition.members()) {
      const value::Value* present = base.find(member.key);
      if (present == nullptr)
        result.set_empty(member.key, member.value);
      else if (is_keyed_list(member.key, member.value) && is_keyed_list(member.key, *present))
        result.set_empty(member.key, records(*present->array(), *member.value.array(), present->span()));
      else
        result.set_empty(member.key, value(*present, member));
    }
    return result;
  }

  value::Value records(const value::Array& base, const value::Array& addition, base::SourceSpan span) {
    value::Array result = base;
    std::map<std::string, std::size_t> places;
    const std::vector<std::string> names = identities(base);
    for (std::size_t i = 0; i < names.size(); ++i) places.emplace(names[i], i);
    const std::vector<std::string> others = identities(addition);
    for (std::size_t i = 0; i < addition.size(); ++i) {
      const auto found = places.find(others[i]);
      if (found == places.end())
        result.push_back(addition[i]);
      else
        result[found->second] =
            record(*base[found->second].object(), addition[i], base[found->second].span());
    }
    return list_value(std::move(result), span);
  }

  value::Value value(const value::Value& base, const value::Member& addition) {
    if (base.object() != nullptr && addition.value.object() != nullptr)
      return members(*base.object(), *addition.value.object()).build(base.span());
    if (says_again(base, addition.value))
      return with_places(base, addition.value);
    keep_differing(base, addition);
    return base;
  }

  // The same tree. What was derived in the base has no place there: the addition's then tells where it is
  // said.
  static value::Value with_places(const value::Value& base, const value::Value& addition) {
    if (const value::Scalar* scalar = base.scalar())
      return base.span() || !addition.span() ? base
                                             : text_value(scalar->text, addition.span(), scalar->style);
    if (base.array() != nullptr) {
      value::Array elements;
      for (std::size_t i = 0; i < base.array()->size(); ++i)
        elements.push_back(with_places((*base.array())[i], (*addition.array())[i]));
      return list_value(std::move(elements), base.span());
    }
    if (base.object() == nullptr)
      return base;
    Mapping result(*base.object());
    for (const value::Member& member : addition.object()->members())
      result.set_empty(member.key, with_places(*base.object()->find(member.key), member.value));
    return result.build(base.span());
  }

  // Whether the addition's texts are the base's, one by one; then they are noted as repeats.
  bool says_again(const value::Value& base, const value::Value& addition) {
    if (!same(base, addition))
      return false;
    note_repeats(base, addition);
    return true;
  }

  static bool same(const value::Value& base, const value::Value& addition) {
    if (base.scalar() != nullptr && addition.scalar() != nullptr)
      return same_words(base.scalar()->text, addition.scalar()->text);
    if (base.array() != nullptr && addition.array() != nullptr)
      return std::equal(base.array()->begin(), base.array()->end(), addition.array()->begin(),
                        addition.array()->end(), same);
    if (base.object() == nullptr || addition.object() == nullptr)
      return base.is_null() && addition.is_null();
    const std::vector<value::Member>& all = addition.object()->members();
    return std::all_of(all.begin(), all.end(), [&](const value::Member& member) {
      const value::Value* present = base.object()->find(member.key);
      return present != nullptr && same(*present, member.value);
    });
  }

  void note_repeats(const value::Value& base, const value::Value& addition) {
    if (addition.scalar() != nullptr && addition.span() && base.span())
      repeats_.push_back({addition.span(), base.span()});
    if (addition.array() != nullptr)
      for (std::size_t i = 0; i < addition.array()->size(); ++i)
        note_repeats((*base.array())[i], (*addition.array())[i]);
    if (addition.object() != nullptr)
      for (const value::Member& member : addition.object()->members())
        note_repeats(*base.object()->find(member.key), member.value);
  }

  void keep_differing(const value::Value& base, const value::Member& addition) {
    if (says_nothing(addition.value))
      return;
    file_name_ = file_of(addition.value.span());
    if (addition.value.array() != nullptr && !addition.value.array()->empty() && !addition.value.span())
      file_name_ = file_of(addition.value.array()->front().span());
    differing_.set(addition.key, addition.value);
    base::Diagnostic note;
    note.severity = base::Severity::Note;
    note.code = "different-values";
    note.message = "`" + addition.key + "` is not what another file of this edition says; kept under `extra`";
    note.span = addition.value.span();
    if (base.span())
      note.related = {{"the other one", base.span()}};
    diagnostics_.add(std::move(note));
  }

  std::vector<Repeat>& repeats_;
  base::Diagnostics& diagnostics_;
  Mapping differing_;
  std::string file_name_;
};

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void add_file(Imported& result, ContentFile file, base::Diagnostics& diagnostics) {
  for (ContentFile& present : result.files) {
    if (present.path != file.path)
      continue;
    present.root = join_trees(present.root, file.root, result.repeats, diagnostics);
    if (present.body && file.body && present.body->span() && file.body->span() &&
        scalar_text(&*present.body) == scalar_text(&*file.body))
      result.repeats.push_back({file.body->span(), present.body->span()});
    else if (!present.body)
      present.body = std::move(file.body);
    return;
  }
  result.files.push_back(std::move(file));
}

}  // namespace

value::Value join_trees(const value::Value& base, const value::Value& addition, std::vector<Repeat>& repeats,
                        base::Diagnostics& diagnostics) {
  if (base.object() == nullptr || addition.object() == nullptr)
    return base.object() == nullptr ? addition : base;
  return Joiner(repeats, diagnostics).record(*base.object(), addition, base.span());
}

Imported join(std::vector<Imported> parts, base::Diagnostics& diagnostics) {
  Imported result;
  for (Imported& part : parts) {
    for (ContentFile& file : part.files) add_file(result, std::move(file), diagnostics);
    result.site = join_trees(result.site, part.site, result.repeats, diagnostics);
    append(result.repeats, part.repeats);
    append(result.derived, part.derived);
    append(result.in_site, part.in_site);
    append(result.structure, part.structure);
  }
  return result;
}

}  // namespace paperboy::importers
