#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "model/archive.h"

namespace paperboy::pages {

// Something about how a series is made that is different from one edition on.
struct Change {
  enum class Kind { Model, Prompt, Topics };
  Kind kind = Kind::Model;
  base::Date date;  // of the first edition made the new way
  // Models: their names. Prompts: their names below content/prompts/. Topics: ids, `from` those no longer
  // used and `to` the new ones.
  std::vector<std::string> from, to;
};

// The changes in a row of editions of one series, oldest first. An edition that does not name its model or
// prompt changes nothing. Which topics a selection could choose from is not written down anywhere, so it is
// read from the papers: a topic is new, or gone, where its absence on one side would be chance in fewer than
// one case in a thousand, judged by its share on the other.
std::vector<Change> find_changes(const model::Archive& archive, const std::vector<std::size_t>& editions);

}  // namespace paperboy::pages
