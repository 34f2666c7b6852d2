#pragma once

#include <string>
#include <string_view>

#include "base/file_descriptor.h"
#include "base/result.h"

namespace paperboy::base {

// Files written beside those they are to replace, in a temporary folder below the same root, and put in
// place together. What is not put in place is gone with the object, or cleared by the next build.
class StagedFiles {
 public:
  // `root` stays open while this exists.
  explicit StagedFiles(int root);
  ~StagedFiles();
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;

  // A new file; `path` is relative and checked, and no other file has it. Safe from several threads.
  Result<void> add(const std::string& path, std::string_view bytes) const;
  // Moves everything to its place below the root: what is not there yet in whole folders, what is there
  // file by file, each in one step. No symbolic link is followed. A file gives way to a folder and the
  // other way round.
  Result<void> publish() const;

 private:
  int root_;
  FileDescriptor folder_;
  int error_number_ = 0;
};

}  // namespace paperboy::base
