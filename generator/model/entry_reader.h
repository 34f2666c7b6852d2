#pragma once

#include <string_view>

#include "model/edition.h"
#include "model/field_reader.h"

namespace paperboy::model {

// Reads an entry: a paper in an edition. A paper that gives no id keeps an empty one until linking.
Entry read_entry(const value::Value& value, ReadContext& context);

// Whether the entry says which paper it is by an id.
bool has_id(const Paper& paper);
// Takes over what a reference says: id, version, source. A wrong one is reported.
void set_reference(Paper& paper, const Located& reference, base::Diagnostics& diagnostics);
// The registry's topic of that name; an unknown one is reported and "" returned.
std::string resolve_topic(const Located& name, ReadContext& context);
// A score as written: "9", "8.5"; what is no number is reported.
std::optional<Score> read_score(std::string axis, const Located& given, base::Diagnostics& diagnostics);
// Adds a link; an address that is not http or https is reported.
void add_link(Paper& paper, std::string kind, const Located& address, base::Diagnostics& diagnostics);
// Notes: a mapping from label to Markdown, or from language to that.
Localized<std::vector<NoteField>> read_notes(const value::Value& value, ReadContext& context);

}  // namespace paperboy::model
