#include "importers/fit.h"

#include <functional>

#include "base/date.h"
#include "importers/tree.h"
#include "model/edition_reader.h"
#include "model/entry_check.h"
#include "model/entry_reader.h"
#include "model/paper_id.h"

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
    if (papers != nullptr && papers->array() != nullptr) {
      value::Array entries;
      for (const value::Value& paper : *papers->array()) entries.push_back(entry(paper));
      result.set_empty("papers", list_value(std::move(entries), papers->span()));
    }
    return result.build(edition.span());
  }

 private:
  using Reads = std::function<bool(const value::Value&)>;

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
    Mapping extra;
    for (const value::Member& member : given.object()->members()) {
      Mapping alone = needed;
      alone.set_empty(member.key, member.value);
      if (member.key == "extra" || reads(alone.build(given.span()))) {
        kept.set_empty(member.key, member.value);
        continue;
      }
      extra.set(member.key, member.value);
      diagnostics_.warning(
          member.value.span(), "unfit-value",
          "`" + member.key + "` cannot be read as such, or is too long; it was kept under `extra`");
    }
    if (given.object()->find("title") != nullptr && kept.find("title") == nullptr)
      kept.set_all(*needed.build().object());
    if (const value::Value* own = kept.find("extra"); own != nullptr && own->object() != nullptr)
      extra.set_all(*own->object());
    kept.set("extra", extra.build());
    return kept.build(given.span());
  }

  const model::Site& site_;
  base::Diagnostics& diagnostics_;
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
