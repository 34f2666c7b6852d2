#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "pipeline/site_changes.h"
#include "pipeline/site_work.h"

namespace paperboy::pipeline {

// Brings the site of the build before up to date where texts, layouts or editions changed: makes the files
// that show what changed, by the same passes as make_site(). None, and nothing told or written, where more
// follows from the changes, or something is wrong with them: then all has to be made.
std::optional<BuildReport> update_site(const SiteWork& work, const SiteRecord& before,
                                       const SiteChanges& changes, base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
