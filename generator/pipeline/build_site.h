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
#include "base/trace.h"
#include "pipeline/build_report.h"

namespace paperboy::pipeline {

struct BuildOptions {
  std::optional<std::filesystem::path> output;  // none: check everything, write nothing
  std::string base_url;                         // instead of the one in site.yaml, when not empty
  std::size_t threads = 1;
  // The archive's folder: .paperboy/cache/ below it keeps between builds what is dear to make. Empty: nothing
  // is kept.
  std::filesystem::path root;
  // The addresses.txt of an earlier site: pages it names must still be there, or have a redirect.
  std::string earlier_addresses;
  // Told when a pass begins; may be empty.
  std::function<void(std::string_view pass)> on_pass;
  // Told of a finished site before what it was made from is taken apart, which takes a while: a program that
  // ends then may end at once. May be empty.
  std::function<void(const BuildReport& report)> on_done;
  // Told of passes, pages and kinds of outputs; may be null.
  base::Trace* trace = nullptr;
};

// The whole build: content/, layouts/ and assets/ of `files` to the pages of a site. Content errors go to
// `diagnostics`, and nothing is written when there are any; `files` outlive `sources`, which read of them
// what diagnostics show.
BuildReport build_site(const base::FileSystem& files, const BuildOptions& options, base::SourceStore& sources,
                       base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
