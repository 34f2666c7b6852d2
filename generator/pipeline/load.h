#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source.h"
#include "model/archive.h"
#include "pipeline/kept_editions.h"

namespace paperboy::pipeline {

// Reads files of content/ once more, or late. `files` outlives what uses it.
base::ReadBytes reading_late(const base::FileSystem& files);

// Reads everything below content/ (generator/docs/content.md) on `threads` threads. All that is wrong is
// reported in one run; the archive holds what could be read and is ready for link_archive(). The result
// never depends on the number of threads, nor on what was kept.
model::Archive load_archive(const base::FileSystem& files, base::SourceStore& sources, KeptEditions& kept,
                            std::size_t threads, base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
