#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paperboy::importers {

// Whether files are really written.
enum class Writing { Write, Plan };

// The archive that is imported into. Writes are atomic and follow no symbolic link. When only planning,
// what was "written" is remembered by nobody.
class ArchiveFolder {
 public:
  ArchiveFolder(std::filesystem::path root, Writing writing) : root_(std::move(root)), writing_(writing) {}

  // Nothing when there is no such file; an error when it cannot be read.
  base::Result<std::optional<std::string>> read(const std::string& path) const;
  base::Result<void> write(const std::string& path, std::string_view bytes) const;

 private:
  std::filesystem::path root_;
  Writing writing_;
};

}  // namespace paperboy::importers
