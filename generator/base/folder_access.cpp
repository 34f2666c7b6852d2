#include "base/folder_access.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>

#include "base/text.h"

namespace paperboy::base {

namespace {

constexpr int kOpenFolder = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
// Threads that make the same folder at once can undo each other's step only so often.
constexpr int kAttempts = 16;

// The whole way in one call, checked by the kernel (Linux 5.6).
FileDescriptor open_beneath(int root, const std::string& path) {
  struct open_how how {};
  how.flags = static_cast<std::uint64_t>(kOpenFolder);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  return FileDescriptor(static_cast<int>(::syscall(SYS_openat2, root, path.c_str(), &how, sizeof(how))));
}

// Makes room for a folder called `name` where something else stands. 0 or the error number.
int clear_for_folder(int parent, const std::string& name) {
  struct stat status {};
  if (::fstatat(parent, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return errno == ENOENT ? 0 : errno;
  }
  if (S_ISLNK(status.st_mode)) {
    return ELOOP;
  }
  if (!S_ISREG(status.st_mode)) {
    return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
  }
  // Another thread may have put the folder there just now.
  return ::unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT || errno == EISDIR ? 0 : errno;
}

// One step: 0 and `folder` open, or the error number.
struct Step {
  FileDescriptor folder;
  int error_number = 0;
};

Step open_part(int parent, const std::string& name, Missing missing) {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    FileDescriptor folder(::openat(parent, name.c_str(), kOpenFolder));
    if (folder) {
      return {std::move(folder), 0};
    }
    const int failure = errno;
    if (failure == ENOENT && missing == Missing::Create) {
      if (::mkdirat(parent, name.c_str(), 0777) != 0 && errno != EEXIST) {
        return {{}, errno};
      }
    } else if ((failure == ENOTDIR || failure == ELOOP) && missing == Missing::Create) {
      if (const int blocked = clear_for_folder(parent, name); blocked != 0) {
        return {{}, blocked};
      }
    } else if (failure != EINTR) {
      return {{}, failure};
    }
  }
  return {{}, EBUSY};
}

Error folder_error(const std::string& path, int error_number) {
  if (error_number == ELOOP) {
    return Error{path + ": is a symbolic link where a folder is needed; it is not followed"};
  }
  return system_error(path, "cannot open this folder", error_number);
}

FolderEntry::Kind kind_of(int folder, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return FolderEntry::Kind::File;
    case DT_DIR:
      return FolderEntry::Kind::Folder;
    case DT_UNKNOWN:
      break;
    default:
      return FolderEntry::Kind::Other;
  }
  // Some file systems do not tell with the name.
  struct stat status {};
  if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return FolderEntry::Kind::Other;
  }
  if (S_ISDIR(status.st_mode)) {
    return FolderEntry::Kind::Folder;
  }
  return S_ISREG(status.st_mode) ? FolderEntry::Kind::File : FolderEntry::Kind::Other;
}

std::string temporary_name() {
  static std::atomic<std::uint64_t> counter{0};
  return std::string(kTemporaryPrefix) + std::to_string(::getpid()) + "-" + std::to_string(counter++);
}

struct Name {
  int folder;
  const std::string& name;
};

int rename_entry(Name from, Name to) {
  return ::renameat(from.folder, from.name.c_str(), to.folder, to.name.c_str()) == 0 ? 0 : errno;
}

// A folder left by an older build where a file belongs now steps aside first, so that the file can take its
// place in one rename.
Result<void> move_into_place(Name from, Name to, const std::string& path) {
  int failure = rename_entry(from, to);
  if (failure == EISDIR || failure == ENOTEMPTY || failure == EEXIST) {
    const std::string aside = temporary_name();
    failure = rename_entry(to, {to.folder, aside});
    failure = failure == 0 || failure == ENOENT ? rename_entry(from, to) : failure;
    failure = failure != 0 ? failure : remove_tree(to.folder, aside);
  }
  return failure == 0 ? Result<void>() : system_error(path, "cannot be written", failure);
}

// A new temporary file in a folder, removed again unless it was moved into place.
class TemporaryFile {
 public:
  explicit TemporaryFile(int folder) : folder_(folder) {
    do {
      name_ = temporary_name();
      file_ = FileDescriptor(
          ::openat(folder_, name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    } while (!file_ && (errno == EEXIST || errno == EINTR));
    is_there_ = static_cast<bool>(file_);
    error_number_ = is_there_ ? 0 : errno;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (is_there_) {
      ::unlinkat(folder_, name_.c_str(), 0);
    }
  }

  // Each returns 0 or the error number.
  int write(const std::vector<std::string_view>& pieces) {
    if (error_number_ != 0) {
      return error_number_;
    }
    int written = 0;
    for (const std::string_view piece : pieces) {
      written = written != 0 ? written : write_fully(file_.number(), piece);
    }
    const int closed = file_.close();
    return written != 0 ? written : closed;
  }
  Result<void> move_to(const std::string& name, const std::string& path) {
    Result<void> moved = move_into_place({folder_, name_}, {folder_, name}, path);
    is_there_ = !moved;
    return moved;
  }

 private:
  int folder_;
  std::string name_;
  FileDescriptor file_;
  bool is_there_ = false;
  int error_number_ = 0;
};

}  // namespace

Result<FileDescriptor> open_folder(int root, const std::vector<std::string>& parts, Missing missing) {
  if (!parts.empty()) {
    if (FileDescriptor folder = open_beneath(root, join(parts, "/"))) {
      return folder;
    }
  }
  return open_folder_by_parts(root, parts, missing);
}

Result<FileDescriptor> open_folder_by_parts(int root, const std::vector<std::string>& parts,
                                            Missing missing) {
  FileDescriptor folder(::openat(root, ".", kOpenFolder));
  if (!folder) {
    return folder_error(".", errno);
  }
  std::string path;
  for (const std::string& part : parts) {
    path += (path.empty() ? "" : "/") + part;
    Step step = open_part(folder.number(), part, missing);
    if (step.error_number != 0) {
      return folder_error(path, step.error_number);
    }
    folder = std::move(step.folder);
  }
  return folder;
}

Result<FileDescriptor> open_folder_at(int parent, const std::string& name, const std::string& path,
                                      Missing missing) {
  Step step = open_part(parent, name, missing);
  return step.error_number == 0 ? Result<FileDescriptor>(std::move(step.folder))
                                : folder_error(path, step.error_number);
}

Result<std::vector<FolderEntry>> read_folder(int folder) {
  FileDescriptor readable(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(readable ? ::fdopendir(readable.number()) : nullptr,
                                                   &::closedir);
  if (!stream) {
    return Error{std::generic_category().message(errno)};
  }
  readable.release();
  std::vector<FolderEntry> entries;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(stream.get());
    if (entry == nullptr) {
      break;
    }
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") {
      entries.push_back({std::string(name), kind_of(folder, *entry)});
    }
  }
  if (errno != 0) {
    return Error{std::generic_category().message(errno)};
  }
  return entries;
}

int remove_tree(int parent, const std::string& name) {
  if (::unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT) {
    return 0;
  }
  if (errno != EISDIR && errno != EPERM) {
    return errno;
  }
  const FileDescriptor folder(::openat(parent, name.c_str(), kOpenFolder));
  if (!folder) {
    return errno;
  }
  if (const auto entries = read_folder(folder.number())) {
    for (const FolderEntry& entry : *entries) {
      if (const int failure = remove_tree(folder.number(), entry.name); failure != 0) {
        return failure;
      }
    }
  }
  return ::unlinkat(parent, name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT ? 0 : errno;
}

Result<void> replace_file(int folder, const std::string& name, const std::string& path,
                          const std::vector<std::string_view>& pieces) {
  TemporaryFile file(folder);
  if (const int failure = file.write(pieces); failure != 0) {
    return system_error(path, "cannot be written", failure);
  }
  return file.move_to(name, path);
}

Result<void> move_file(int from, int to, const std::string& name, const std::string& path) {
  return move_into_place({from, name}, {to, name}, path);
}

bool holds_bytes(int folder, const std::string& name, std::string_view bytes) {
  struct stat status {};
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode) ||
      static_cast<std::uint64_t>(status.st_size) != bytes.size()) {
    return false;
  }
  const FileDescriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  std::array<char, 32 * 1024> buffer;
  while (file) {
    const Result<std::size_t> count = read_fully(file.number(), buffer.data(), buffer.size());
    if (!count || *count > bytes.size() ||
        std::string_view(buffer.data(), *count) != bytes.substr(0, *count)) {
      return false;
    }
    bytes.remove_prefix(*count);
    if (*count < buffer.size()) {
      return bytes.empty();
    }
  }
  return false;
}

}  // namespace paperboy::base
