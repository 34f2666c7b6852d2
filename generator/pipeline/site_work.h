#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/source.h"
#include "model/archive.h"
#include "pipeline/build_site.h"
#include "pipeline/last_build.h"
#include "pipeline/layouts.h"
#include "pipeline/parts.h"

namespace paperboy::pipeline {

// What the passes that make files work with: a linked archive and compiled layouts.
struct SiteWork {
  const BuildOptions& options;
  std::filesystem::path kept;        // .paperboy/cache/ is below it; empty: nothing is kept
  std::string program;               // base::program_digest()
  const base::SourceStore& sources;  // of the archive
  const model::Archive& archive;
  const Parts& parts;
  const Layouts& layouts;
  LastBuild& last_build;
  std::function<void(std::string_view name)> begin_pass;
};

}  // namespace paperboy::pipeline
