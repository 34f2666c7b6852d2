#pragma once

#include <vector>

#include "model/edition.h"
#include "model/field_reader.h"

namespace paperboy::model {

// Reads the text of a Markdown edition as people write it (generator/docs/content.md, "Markdown"): themes,
// papers with their commentary, top picks, keywords, text before and after. Papers found by a heading alone
// are sought in `known`, the entries that other files of the same edition gave. Texts are in the context's
// language. The result holds only what the text says.
Edition read_markdown_edition(base::SourceSpan body, const std::vector<Entry>& known, ReadContext& context);

}  // namespace paperboy::model
