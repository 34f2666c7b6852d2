#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source.h"

namespace paperboy::pipeline {

struct BuildOptions {
  std::optional<std::filesystem::path> output;  // none: check everything, write nothing
  std::string base_url;                         // instead of the one in site.yaml, when not empty
  std::size_t threads = 1;
  // Told when a pass begins; may be empty.
  std::function<void(std::string_view pass)> on_pass;
};

// Why a sound site was not written.
struct WriteFailure {
  enum class Kind {
    Refused,  // the folder is not ours to write
    Failed,   // a full disk, missing rights
  };
  Kind kind = Kind::Failed;
  std::string message;
};

struct BuildReport {
  std::size_t pages = 0;
  std::size_t papers = 0;
  std::size_t editions = 0;
  std::size_t bytes = 0;
  std::size_t files = 0;
  std::size_t written = 0;
  std::size_t removed = 0;
  std::optional<WriteFailure> failure;
};

// The whole build: content/, layouts/ and assets/ of `files` to the pages of a site. Content errors go to
// `diagnostics`, and nothing is written when there are any.
BuildReport build_site(const base::FileSystem& files, const BuildOptions& options, base::SourceStore& sources,
                       base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
