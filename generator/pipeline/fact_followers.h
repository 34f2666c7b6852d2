#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "pages/catalog.h"
#include "pipeline/archive_facts.h"
#include "pipeline/part_changes.h"
#include "pipeline/parts.h"
#include "pipeline/site_changes.h"

namespace paperboy::pipeline {

// Where a paper of the build before is now; nothing for one that is gone.
using PapersNow = std::function<std::optional<std::size_t>(std::size_t before)>;
// `changes` outlive it.
PapersNow papers_now(const ArchiveFacts& before, const PartChanges& changes, const Parts& parts,
                     const model::Archive& archive);

// The parts that changed, with those that say something else because facts of editions changed: papers of
// these editions, all papers of an author who got a page by them, editions that got another number or whose
// month has another language, parts whose texts link to pages of the site. None when something changed that
// any page may show.
std::optional<PartChanges> follow_facts(const ArchiveFacts& before, const ArchiveFacts& now,
                                        const SiteChanges& changes, const pages::Catalog& catalog,
                                        const Parts& parts);

}  // namespace paperboy::pipeline
