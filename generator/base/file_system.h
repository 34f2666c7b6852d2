#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paperboy::base {

// The files a build reads. Paths are relative to the root it was made with, with forward slashes.
// Tests use one in memory.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // Regular files below `folder` ("" for the root), recursively, sorted by path bytes; names beginning
  // with '.' are left out. Symbolic links to files are listed, also those whose target is missing (reading
  // them then tells); links to folders are not followed. Empty when the folder does not exist.
  virtual Result<std::vector<std::string>> list(const std::string& folder) const = 0;
  // The whole file; an error when it is missing, not regular, unreadable or over `max_bytes`.
  virtual Result<std::string> read(const std::string& path, std::size_t max_bytes) const = 0;
  // Whether there is a file or folder.
  virtual bool exists(const std::string& path) const = 0;
};

class DiskFileSystem : public FileSystem {
 public:
  explicit DiskFileSystem(std::filesystem::path root);

  Result<std::vector<std::string>> list(const std::string& folder) const override;
  Result<std::string> read(const std::string& path, std::size_t max_bytes) const override;
  bool exists(const std::string& path) const override;

 private:
  std::filesystem::path root_;
};

}  // namespace paperboy::base
