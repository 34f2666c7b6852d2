#include "importers/formats.h"

#include <algorithm>

#include "importers/bibtex.h"
#include "importers/csl_json.h"
#include "importers/digest_text.h"
#include "importers/flat_markdown.h"
#include "importers/hub_text.h"
#include "importers/page_text.h"
#include "importers/structured_notes.h"
#include "importers/topic_scored.h"
#include "importers/topic_scored_md.h"
#include "importers/weekly_text.h"

namespace paperboy::importers {

const std::vector<const Format*>& formats() {
  static const std::vector<const Format*> all = {
      &topic_scored_format(), &topic_scored_md_format(), &flat_markdown_format(), &structured_notes_format(),
      &bibtex_format(),       &csl_json_format(),        &weekly_text_format(),   &digest_text_format(),
      &hub_text_format(),     &page_text_format()};
  return all;
}

const Format* find_format(std::string_view name) {
  const auto found = std::find_if(formats().begin(), formats().end(),
                                  [&](const Format* format) { return format->name() == name; });
  return found == formats().end() ? nullptr : *found;
}

const Format* recognise(const InputFile& file) {
  const auto found = std::find_if(formats().begin(), formats().end(),
                                  [&](const Format* format) { return format->recognises(file); });
  return found == formats().end() ? nullptr : *found;
}

}  // namespace paperboy::importers
