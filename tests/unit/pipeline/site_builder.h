#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/diagnostic_format.h"
#include "base/source.h"
#include "pipeline/build_site.h"
#include "support/memory_file_system.h"
#include "support/temporary_folder.h"

namespace paperboy::tests {

// A built site, read back from a temporary folder.
struct BuiltSite {
  std::map<std::string, std::string> files;  // path below site/ → bytes
  pipeline::BuildReport report;
  std::string diagnostics;  // as a terminal without colours shows them
  bool ok = false;          // nothing was wrong with the content
};

// Builds the files of an archive into `output`.
BuiltSite build(const std::map<std::string, std::string>& archive, const TemporaryFolder& output,
                const pipeline::BuildOptions& options = {});
// The same into a folder that is gone afterwards.
BuiltSite build(const std::map<std::string, std::string>& archive);

}  // namespace paperboy::tests
