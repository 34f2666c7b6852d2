#pragma once

#include <map>
#include <string>

#include "base/file_system.h"

namespace paperboy::tests {

// Files in memory, for tests.
class MemoryFileSystem : public base::FileSystem {
 public:
  std::map<std::string, std::string> files;

  base::Result<std::vector<std::string>> list(const std::string& folder) const override;
  base::Result<std::string> read(const std::string& path, std::size_t max_bytes) const override;
  bool exists(const std::string& path) const override;
};

}  // namespace paperboy::tests
