#pragma once

#include "importers/format.h"

namespace paperboy::importers {

// A daily digest as people paste it: a title with month and day, a legend of tags, one line of headlines, a
// summary, then papers without numbers: authors with affiliations, title, labelled notes, the original
// abstract, and the address, which ends a paper. Headlines belong to papers by their place.
const Format& digest_text_format();

}  // namespace paperboy::importers
