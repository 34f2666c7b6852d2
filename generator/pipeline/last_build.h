#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cache.h"
#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source.h"
#include "pipeline/build_site.h"

namespace paperboy::pipeline {

// What the build before left, by which this one sees that it has nothing to do: the archive's files, the
// options, the program and the fonts are the same byte for byte, and nobody touched the site since.
class LastBuild {
 public:
  // For a build that writes to options.output and keeps things below `kept`; empty: keeps nothing. `program`
  // is base::program_digest().
  LastBuild(const base::FileSystem& files, const BuildOptions& options, const std::filesystem::path& kept,
            std::string_view program);

  // The report of the build before, with nothing written and nothing removed, and its diagnostics; none when
  // this build has to be run.
  std::optional<BuildReport> same(base::SourceStore& sources, base::Diagnostics& diagnostics);

  // Keeps what the next build compares with, once this one has published `paths`.
  void keep(const BuildReport& report, const std::vector<std::string>& paths, const std::string& site_state,
            const base::Diagnostics& diagnostics);

 private:
  const base::FileSystem& files_;
  const BuildOptions& options_;
  base::Cache cache_;
  std::string key_;  // everything the build depends on; empty when that cannot be known
};

}  // namespace paperboy::pipeline
