#include "pipeline/link_ids.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/digest.h"
#include "base/text.h"
#include "model/entry_reader.h"
#include "model/title_key.h"

namespace paperboy::pipeline {
namespace {

// What tells papers without ids apart.
struct NameKey {
  std::string source;
  std::string title;
  friend auto operator<=>(const NameKey&, const NameKey&) = default;
};

// The title that names a paper: the one for any language, else the first in the site's order.
std::string naming_title(const model::Paper& paper, const model::Site& site) {
  if (const model::Located* any = paper.title.exact(""))
    return any->text;
  for (const std::string& language : site.languages)
    if (const model::Located* title = paper.title.exact(language))
      return title->text;
  return {};
}

NameKey name_key(const model::Paper& paper, const std::string& title) {
  return {base::fold(paper.source), model::title_key(title)};
}

}  // namespace

void assign_missing_ids(model::Archive& archive) {
  std::map<NameKey, model::PaperId> ids;
  for (const model::Edition& edition : archive.editions)
    for (const model::Entry& entry : edition.entries)
      if (!model::has_id(entry.paper)) {
        const std::string title = naming_title(entry.paper, archive.site);
        ids.try_emplace(name_key(entry.paper, title), model::slug_paper_id(entry.paper.source, title));
      }
  std::set<std::string> taken;
  for (auto& [key, id] : ids) {
    if (!taken.insert(id.local).second)
      id.local += "-" + base::digest(key.source + "\n" + key.title).substr(0, 8);
    taken.insert(id.local);
  }
  for (model::Edition& edition : archive.editions)
    for (model::Entry& entry : edition.entries)
      if (!model::has_id(entry.paper))
        entry.paper.id = ids.at(name_key(entry.paper, naming_title(entry.paper, archive.site)));
}

}  // namespace paperboy::pipeline
