#pragma once

#include <string>

#include "model/archive.h"
#include "model/field_reader.h"

namespace paperboy::model {

// Reads a Markdown file that is no edition. `name` is the part of the file's name before the language;
// `fields` the front matter and `body` the text below it.

// content/prompts/: key `title`.
Prompt read_prompt(std::string name, const value::Value& fields, base::SourceSpan body, ReadContext& context);
// content/pages/: keys `redirects` and `title`, else the first `#` heading.
FreePage read_page(std::string name, const value::Value& fields, base::SourceSpan body, ReadContext& context);
// content/weeks/, months/, years/: key `title`.
RollupText read_rollup_text(std::string period, const value::Value& fields, base::SourceSpan body,
                            ReadContext& context);

// A note with the canonical id of its paper: the id is the file's name, or the key `paper` where that cannot
// be one. Key `author`: who wrote it.
struct NamedNote {
  std::string paper;  // canonical; empty when there was none to be read
  PaperNote note;
};
NamedNote read_note(const std::string& name, const value::Value& fields, base::SourceSpan body,
                    ReadContext& context);

}  // namespace paperboy::model
