#include "importers/fit.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/date.h"
#include "importers/placed_texts.h"
#include "importers/tree.h"
#include "model/edition_reader.h"
#include "model/entry_check.h"
#include "model/entry_reader.h"
#include "model/paper_id.h"
#include "model/title_key.h"

namespace paperboy::importers {
namespace {

class Fitter {
 public:
  Fitter(const model::Site& site, base::Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  value::Value edition(const value::Value& edition, base::Date date) {
    Mapping without_papers(*edition.object());
    const value::Value* papers = edition.object()->find("papers");
    without_papers.erase("papers");
    const value::Value head = without_papers.build(edition.span());
    const auto reads = [&](const value::Value& value) {
      base::Diagnostics found;
      model::ReadContext context{site_, "", found};
      model::read_edition(value, date, context);
      return !found.has_errors();
    };
    Mapping result(*fitted(head, Mapping(), reads).object());
    value::Array entries;
    if (papers != nullptr && papers->array() != nullptr)
      for (const value::Value& paper : *papers->array()) entries.push_back(entry(once(paper)));
    keep_known_picks(entries, result);
    if (papers != nullptr && papers->array() != nullptr)
      result.set_empty("papers", list_value(std::move(entries), papers->span()));
    return result.build(edition.span());
  }

 private:
  using Reads = std::function<bool(const value::Value&)>;

  // An edition has a paper once: the id of a second one goes to `extra`, and its title names it.
  value::Value once(const value::Value& paper) {
    const value::Value* id = paper.object() == nullptr ? nullptr : paper.object()->find("id");
    const auto reference = model::parse_paper_reference(scalar_text(id));
    if (id == nullptr || !reference || ids_.insert(reference->id.canonical()).second)
      return paper;
    diagnostics_.warning(id->span(), "unfit-value",
                         "`id` is that of another paper of this day; it was kept under `extra`");
    return moved_to_extra(paper, "id");
  }

  static value::Value moved_to_extra(const value::Value& mapping, std::string_view key) {
    Mapping rest(*mapping.object());
    const value::Value moved = *mapping.object()->find(key);
    rest.erase(key);
    Mapping extra = extra_of(rest);
    extra.set(extra.unused(key), moved);
    rest.set("extra", extra.build());
    return rest.build(mapping.span());
  }

  // Lists and mappings that an importer made stand where their first text stands.
  static base::SourceSpan place_of(const value::Value& value) {
    base::SourceSpan place = value.span();
    visit_texts(value,
                [&](const std::string&, const value::Value& text) { place = place ? place : text.span(); });
    return place;
  }

  static Mapping extra_of(Mapping& mapping) {
    const value::Value* own = mapping.find("extra");
    return own != nullptr && own->object() != nullptr ? Mapping(*own->object()) : Mapping();
  }

  enum class Picks { Known, Unknown };

  // A pick that names no paper of the edition would stop the build, so it waits under `extra`.
  void keep_known_picks(const value::Array& entries, Mapping& edition) {
    const value::Value* given = edition.find("top_picks");
    if (given == nullptr)
      return;
    const value::Value unknown = only(Picks::Unknown, *given, entries);
    if (says_nothing(unknown))
      return;
    const value::Value known = only(Picks::Known, *given, entries);
    Mapping extra = extra_of(edition);
    edition.erase("top_picks");
    edition.set("top_picks", known);
    edition.set("extra", extra.set(extra.unused("top_picks"), unknown).build());
    diagnostics_.warning(place_of(unknown), "unfit-value",
                         "this top pick names no paper of its day; it was kept under `extra`");
  }

  // `picks` is a list, or one for each language.
  value::Value only(Picks wanted, const value::Value& picks, const value::Array& entries) const {
    if (const value::Object* languages = picks.object()) {
      Mapping result;
      for (const value::Member& one : languages->members())
        result.set(one.key, only(wanted, one.value, entries));
      return result.build(picks.span());
    }
    value::Array result;
    if (picks.array() != nullptr)
      for (const value::Value& pick : *picks.array()) {
        const value::Value* name = pick.object() == nullptr ? &pick : pick.object()->find("paper");
        if (is_known(scalar_text(name), entries) == (wanted == Picks::Known))
          result.push_back(pick);
      }
    return list_value(std::move(result), picks.span());
  }

  bool is_known(std::string_view name, const value::Array& entries) const {
    const auto reference = model::parse_paper_reference(name);
    if (reference && ids_.contains(reference->id.canonical()))
      return true;
    return std::any_of(entries.begin(), entries.end(), [&](const value::Value& entry) {
      bool fits = false;
      if (const value::Value* title = entry.object() == nullptr ? nullptr : entry.object()->find("title"))
        visit_texts(*title, [&](const std::string&, const value::Value& text) {
          fits = fits || model::title_begins_with(text.scalar()->text, name);
        });
      return fits;
    });
  }

  value::Value entry(const value::Value& given) {
    if (given.object() == nullptr)
      return given;
    Mapping named(*given.object());
    // A paper with an id may get its title from another edition; one without has no other name.
    const std::string_view id = scalar_text(given.object()->find("id"));
    if (named.find("title") == nullptr && !model::parse_paper_reference(id))
      named.set("title", text_value(id.empty() ? "(untitled)" : std::string(id)));
    const auto reads = [&](const value::Value& value) {
      base::Diagnostics found;
      model::ReadContext context{site_, "", found};
      model::check_entry_texts(model::read_entry(value, context), found);
      return !found.has_errors();
    };
    return fitted(named.build(given.span()), Mapping().set("title", text_value("(untitled)")), reads);
  }

  // `needed` is what any mapping of this kind must have for a single key to be tried.
  value::Value fitted(const value::Value& given, const Mapping& needed, const Reads& reads) {
    if (reads(given))
      return given;
    Mapping kept;
    Mapping whole(*given.object());
    Mapping extra = extra_of(whole);
    for (const value::Member& member : given.object()->members()) {
      Mapping alone = needed;
      alone.set_empty(member.key, member.value);
      if (member.key == "extra")
        continue;
      if (reads(alone.build(given.span()))) {
        kept.set_empty(member.key, member.value);
        continue;
      }
      extra.set(extra.unused(member.key), member.value);
      diagnostics_.warning(
          place_of(member.value), "unfit-value",
          "`" + member.key + "` cannot be read as such, or is too long; it was kept under `extra`");
    }
    if (given.object()->find("title") != nullptr && kept.find("title") == nullptr)
      kept.set_all(*needed.build().object());
    kept.set("extra", extra.build());
    return kept.build(given.span());
  }

  const model::Site& site_;
  base::Diagnostics& diagnostics_;
  std::set<std::string> ids_;  // canonical, of the papers so far
};

}  // namespace

value::Value fit_to_model(const value::Value& edition, const std::string& path, const model::Site& site,
                          base::Diagnostics& diagnostics) {
  const std::optional<base::Date> date = base::parse_date(path.substr(path.rfind('/') + 1, 10));
  if (!date || edition.object() == nullptr)
    return edition;
  return Fitter(site, diagnostics).edition(edition, *date);
}

}  // namespace paperboy::importers
