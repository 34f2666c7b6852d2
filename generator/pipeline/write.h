#pragma once

#include <cstddef>
#include <vector>

#include "base/output_folder.h"
#include "base/result.h"
#include "outputs/output.h"

namespace paperboy::pipeline {

struct WriteReport {
  std::size_t written = 0;  // files whose bytes changed
  std::size_t removed = 0;  // files of an earlier build that no longer belong
};

// Brings the folder to exactly these outputs. New and changed files come first, stale ones go last, so a
// reader never meets a link to a page that is already gone. An error names the file it happened at.
base::Result<WriteReport> write_site(const base::OutputFolder& folder,
                                     const std::vector<outputs::Output>& outputs, std::size_t threads);

}  // namespace paperboy::pipeline
