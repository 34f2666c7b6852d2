#include "base/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/file_descriptor.h"
#include "base/relative_path.h"

namespace paperboy::base {

namespace {

namespace fs = std::filesystem;

Error refused(const std::string& path) {
  return Error{"\"" + path + "\": is not a path below the archive's folder"};
}

Error too_large(const std::string& path, std::size_t max_bytes) {
  return Error{path + ": is larger than the limit of " + std::to_string(max_bytes) + " bytes"};
}

// Walks a folder without following links to folders.
class Listing {
 public:
  Listing(const fs::path& root, std::string folder) : root_(root), pending_{std::move(folder)} {}

  Result<std::vector<std::string>> run() {
    while (!pending_.empty()) {
      const std::string folder = std::move(pending_.back());
      pending_.pop_back();
      if (const Result<void> read = read_folder(folder); !read) {
        return read.error();
      }
    }
    std::sort(files_.begin(), files_.end());
    return std::move(files_);
  }

 private:
  Result<void> read_folder(const std::string& folder) {
    std::error_code failure;
    fs::directory_iterator entry(root_ / folder, failure);
    while (!failure && entry != fs::directory_iterator()) {
      const std::string name = entry->path().filename().string();
      if (!name.starts_with('.')) {
        sort_in(*entry, folder.empty() ? name : folder + "/" + name);
      }
      entry.increment(failure);
    }
    // A folder that is not there, or went away while we looked, holds no files.
    if (failure && failure != std::errc::no_such_file_or_directory) {
      return system_error(folder.empty() ? root_.string() : folder, "cannot list this folder",
                          failure.value());
    }
    return {};
  }

  void sort_in(const fs::directory_entry& entry, std::string path) {
    std::error_code ignored;
    const fs::file_type own = entry.symlink_status(ignored).type();
    const fs::file_type target = entry.status(ignored).type();
    const bool is_dangling = own == fs::file_type::symlink && target == fs::file_type::not_found;
    if (own == fs::file_type::directory) {
      pending_.push_back(std::move(path));
    } else if (target == fs::file_type::regular || is_dangling) {
      files_.push_back(std::move(path));
    }
  }

  const fs::path& root_;
  std::vector<std::string> pending_;
  std::vector<std::string> files_;
};

// At most `max_bytes`, trusting the file's size only as a first guess: it may grow meanwhile.
Result<std::string> read_open_file(const FileDescriptor& file, const std::string& path, std::size_t expected,
                                   std::size_t max_bytes) {
  std::string text;
  for (std::size_t room = expected + 1;; room = std::max<std::size_t>(room, 64 * 1024)) {
    const std::size_t have = text.size();
    text.resize(have + room);
    const Result<std::size_t> count = read_fully(file.number(), text.data() + have, room);
    if (!count) {
      return Error{path + ": cannot be read: " + count.error().message};
    }
    text.resize(have + *count);
    if (text.size() > max_bytes) {
      return too_large(path, max_bytes);
    }
    if (*count < room) {
      return text;
    }
  }
}

}  // namespace

DiskFileSystem::DiskFileSystem(fs::path root) : root_(std::move(root)) {}

Result<std::vector<std::string>> DiskFileSystem::list(const std::string& folder) const {
  if (!folder.empty() && !relative_path_parts(folder)) {
    return refused(folder);
  }
  return Listing(root_, folder).run();
}

Result<std::string> DiskFileSystem::read(const std::string& path, std::size_t max_bytes) const {
  if (!relative_path_parts(path)) {
    return refused(path);
  }
  const std::string full = (root_ / path).string();
  struct stat status {};
  if (::stat(full.c_str(), &status) != 0) {
    return system_error(path, "cannot be read", errno);
  }
  // Opening a device or a pipe can already do harm or wait for ever.
  if (!S_ISREG(status.st_mode)) {
    return Error{path + ": is not a regular file"};
  }
  const FileDescriptor file(::open(full.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file) {
    return system_error(path, "cannot be read", errno);
  }
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return Error{path + ": is not a regular file"};
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > max_bytes) {
    return too_large(path, max_bytes);
  }
  return read_open_file(file, path, size, max_bytes);
}

bool DiskFileSystem::exists(const std::string& path) const {
  std::error_code ignored;
  return relative_path_parts(path) && fs::exists(root_ / path, ignored);
}

}  // namespace paperboy::base
