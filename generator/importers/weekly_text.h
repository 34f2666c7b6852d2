#pragma once

#include "importers/format.h"

namespace paperboy::importers {

// A weekly list of picks as people paste it, in Chinese or English: a title with the date, themes, numbered
// papers each with a link and paragraphs of commentary, top picks, keywords. Texts in several languages of
// one week become one edition.
const Format& weekly_text_format();

}  // namespace paperboy::importers
