#include "base/staged_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "base/folder_access.h"

namespace paperboy::base {

namespace {

constexpr const char* kFolder = ".tmp-next";

constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr int kCreateFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

// The folders above the last name of `path`. 0 or the error number.
int make_folders(int root, const std::string& path) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    if (::mkdirat(root, path.substr(0, slash).c_str(), 0777) != 0 && errno != EEXIST) {
      return errno;
    }
  }
  return 0;
}

// Moves only to where nothing stands.
bool move_to_free_place(int from, int to, const std::string& name) {
  return ::renameat2(from, name.c_str(), to, name.c_str(), RENAME_NOREPLACE) == 0;
}

// Moves what lies in one open folder into another.
class Move {
 public:
  Result<void> run(int from, int to, const std::string& path) const {
    const Result<std::vector<FolderEntry>> entries = read_folder(from);
    if (!entries) {
      return entries.error();
    }
    for (const FolderEntry& entry : *entries) {
      const std::string below = path + entry.name;
      const Result<void> moved = entry.kind == FolderEntry::Kind::Folder
                                     ? folder(from, to, entry.name, below)
                                     : move_file(from, to, entry.name, below);
      if (!moved) {
        return moved;
      }
    }
    return {};
  }

 private:
  Result<void> folder(int from, int to, const std::string& name, const std::string& path) const {
    if (move_to_free_place(from, to, name)) {
      return {};
    }
    const Result<FileDescriptor> there = open_folder_at(to, name, path, Missing::Create);
    if (!there) {
      return there.error();
    }
    const FileDescriptor staged(::openat(from, name.c_str(), kOpenFolder));
    if (!staged) {
      return system_error(path, "cannot be written", errno);
    }
    return run(staged.number(), there->number(), path + "/");
  }
};

}  // namespace

StagedFiles::StagedFiles(int root) : root_(root) {
  error_number_ = remove_tree(root_, kFolder);
  if (error_number_ == 0 && ::mkdirat(root_, kFolder, 0777) != 0) {
    error_number_ = errno;
  }
  if (error_number_ == 0) {
    folder_ = FileDescriptor(::openat(root_, kFolder, kOpenFolder));
    error_number_ = folder_ ? 0 : errno;
  }
}

StagedFiles::~StagedFiles() {
  // When it cannot be removed, the next build tries again.
  static_cast<void>(remove_tree(root_, kFolder));
}

Result<void> StagedFiles::add(const std::string& path, std::string_view bytes) const {
  if (error_number_ != 0) {
    return system_error(path, "cannot be written", error_number_);
  }
  FileDescriptor file(::openat(folder_.number(), path.c_str(), kCreateFile, 0666));
  int failure = file ? 0 : errno;
  if (failure == ENOENT) {
    failure = make_folders(folder_.number(), path);
    if (failure == 0) {
      file = FileDescriptor(::openat(folder_.number(), path.c_str(), kCreateFile, 0666));
      failure = file ? 0 : errno;
    }
  }
  if (failure == 0) {
    failure = write_fully(file.number(), bytes);
    const int closed = file.close();
    failure = failure != 0 ? failure : closed;
  }
  return failure == 0 ? Result<void>() : system_error(path, "cannot be written", failure);
}

Result<void> StagedFiles::publish() const {
  if (error_number_ != 0) {
    return system_error(kFolder, "cannot be written", error_number_);
  }
  return Move().run(folder_.number(), root_, "");
}

}  // namespace paperboy::base
