#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_descriptor.h"
#include "base/result.h"
#include "base/staged_files.h"

namespace paperboy::base {

enum class Written { Unchanged, Changed };

// The folders that files are in, and those above them, up to "." for the top; sorted.
std::vector<std::string> folders_of(const std::vector<std::string_view>& paths);

// The only way a build writes. Everything stays below one folder: paths are checked part by part
// and no symbolic link is followed. The folder carries a marker file; a folder that holds files but
// no marker is refused, so a mistyped address can never clean somebody's work.
class OutputFolder {
 public:
  // Creates the folder when it is missing. A fresh folder, or one that holds only dot-files, is
  // accepted and marked. Refuses the file system's root, a home folder, any folder that holds an
  // archive's `content/` or a `.git`, and one that another build has open.
  static Result<OutputFolder> open(const std::filesystem::path& root);

  OutputFolder(OutputFolder&&) = default;
  OutputFolder& operator=(OutputFolder&&) = delete;

  // Whether it has no files yet.
  bool is_empty() const { return state_ == State::Empty; }
  // Takes a file of the next state of the folder; readers see it once publish() is called. A file that
  // already holds these bytes is left alone, its time too. `path` is relative, without "..", empty parts
  // or a leading slash; ".git", ".tmp-…" and, at the top, the marker, .gitignore and .gitkeep are refused.
  // Safe from several threads for different paths; each path once before publish().
  Result<Written> stage(const std::string& path, std::string_view bytes);
  // Puts what was staged in its place: readers see what was there before or all of a new file, and folders
  // that are new appear with all their files. What an older build left in the place of a file or folder
  // gives way.
  Result<void> publish();
  // Regular files below the folder, sorted; everything at the top that begins with a dot (the marker,
  // .gitignore, what the user keeps there) is left out. Clears what an interrupted build left, so
  // not while other threads write.
  Result<std::vector<std::string>> list() const;
  // What the system knows of each of these files and folders (kind, size, times, number) as a digest: the
  // same as long as nobody touched it, nor added anything to a folder or removed it. 0 for what is not there.
  std::vector<std::uint64_t> states(const std::vector<std::string_view>& paths, std::size_t threads) const;
  // Removes one file and the folders that became empty by it. A file that is gone already is fine.
  Result<void> remove(const std::string& path) const;

 private:
  enum class State { Empty, Filled };
  OutputFolder(FileDescriptor folder, State state);

  FileDescriptor folder_;  // open while the lock on it is held
  State state_;            // before anything was published
  std::unique_ptr<StagedFiles> staged_;
  std::unique_ptr<std::mutex> staging_;  // guards the making of staged_
};

}  // namespace paperboy::base
