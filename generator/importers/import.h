#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "importers/archive_folder.h"
#include "importers/format.h"
#include "importers/report.h"

namespace paperboy::importers {

enum class Addresses { New, Keep };
// Whether what was written is read again and compared with the input, value by value.
enum class Verification { Skip, Prove };

struct ImportOptions {
  const Format* format = nullptr;  // null: found by looking
  std::vector<std::string> paths;
  std::filesystem::path root = ".";  // the archive
  std::string series;                // instead of the format's own, when not empty
  Addresses addresses = Addresses::New;
  Regroup regroup = Regroup::No;
  Writing writing = Writing::Write;
  Verification verification = Verification::Skip;
  // Told before each group is read; may be empty.
  std::function<void(std::size_t done, std::size_t of, std::string_view key)> on_group;
};

// Turns foreign archives into content files, one group of input files after the other. What is wrong with
// the input is in the report; the result is an error only when the archive cannot be read or written.
base::Result<Report> import_archive(const ImportOptions& options);

}  // namespace paperboy::importers
