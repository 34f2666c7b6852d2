#pragma once

#include "base/diagnostic.h"
#include "importers/archive_folder.h"
#include "importers/format.h"
#include "importers/report.h"
#include "importers/verify.h"

namespace paperboy::importers {

struct Updated {
  WrittenFile file;
  FileChange change = FileChange::Unchanged;
};

// Brings one content file up to date with what was imported: makes it, or merges into it and keeps a person's
// words. Also writes the file's import record. When it cannot be read or written that is reported.
Updated update_file(const ArchiveFolder& archive, const ContentFile& file, base::SourceStore& sources,
                    base::Diagnostics& diagnostics);

}  // namespace paperboy::importers
