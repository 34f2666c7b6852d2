#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paperboy::base {

enum class Written { Unchanged, Changed };

// The only way a build writes. Everything stays below one folder: paths are checked part by part
// and no symbolic link is followed. The folder carries a marker file; a folder that holds files but
// no marker is refused, so a mistyped address can never clean somebody's work.
class OutputFolder {
 public:
  // Creates the folder when it is missing. A fresh folder, or one that holds only dot-files, is
  // accepted and marked. Refuses the file system's root, a home folder, and any folder that
  // contains `content/` or a `.git`.
  static Result<OutputFolder> open(const std::filesystem::path& root);

  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();

  // Writes through a temporary file and rename; a file that already holds these bytes is left
  // alone, its time too. `path` is relative, without "..", empty parts or a leading slash. Safe
  // from several threads for different paths.
  Result<Written> write(const std::string& path, std::string_view bytes) const;
  // Regular files below the folder, sorted; the marker, .gitignore and .gitkeep at the top are left out.
  Result<std::vector<std::string>> list() const;
  // Removes one file and the folders that became empty by it.
  Result<void> remove(const std::string& path) const;

 private:
  explicit OutputFolder(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace paperboy::base
