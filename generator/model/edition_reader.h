#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "model/edition.h"
#include "model/field_reader.h"

namespace paperboy::model {

enum class Publication { Public, Draft };

// What one file says of an edition. Series and languages are the loader's to know.
struct EditionFile {
  Edition edition;
  Publication publication = Publication::Public;
  std::vector<Located> prompts;  // names with their places, to be checked against content/prompts/
};

// Reads the keys of an edition: a YAML or JSON file, or the front matter of a Markdown edition. `date` is the
// one in the file's name.
EditionFile read_edition(const value::Value& root, base::Date date, ReadContext& context);
// JSON Lines: entries, and a line with the single key `edition` for the edition's own keys.
EditionFile read_edition_lines(const std::vector<value::Value>& lines, base::Date date, ReadContext& context);

}  // namespace paperboy::model
