#pragma once

#include "importers/format.h"

namespace paperboy::importers {

// A numbered list of papers from several sources as people paste it: "05.", "arXiv (CS.LG) 2026-06-16",
// title, abstract. What feeds write before an abstract ("arXiv:…v1 Announce Type: new Abstract:", "by …") is
// taken apart. Its day is the one in the file's name, else that of its newest paper.
const Format& hub_text_format();

}  // namespace paperboy::importers
