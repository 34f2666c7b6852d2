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
  // accepted and marked. Refuses the file system's root, a home folder, any folder that holds an
  // archive's `content/` or a `.git`, and one that another build has open.
  static Result<OutputFolder> open(const std::filesystem::path& root);

  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();

  // Writes through a temporary file and rename; a file that already holds these bytes is left
  // alone, its time too. `path` is relative, without "..", empty parts or a leading slash;
  // ".git", ".tmp-…" and, at the top, the marker, .gitignore and .gitkeep are refused. What an older
  // build left in the place of a file or folder gives way. Safe from several threads for different
  // paths.
  Result<Written> write(const std::string& path, std::string_view bytes) const;
  // Regular files below the folder, sorted; everything at the top that begins with a dot (the marker,
  // .gitignore, what the user keeps there) is left out. Clears what an interrupted build left, so
  // not while other threads write.
  Result<std::vector<std::string>> list() const;
  // Removes one file and the folders that became empty by it. A file that is gone already is fine.
  Result<void> remove(const std::string& path) const;

 private:
  explicit OutputFolder(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace paperboy::base
