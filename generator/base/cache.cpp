#include "base/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <utility>

#include "base/digest.h"
#include "base/folder_access.h"
#include "base/relative_path.h"

namespace paperboy::base {

namespace {

// Begins every entry; another number when their form changes. The digest of the bytes and a line break
// follow, then the bytes.
constexpr std::string_view kVersion = "paperboy-cache 1\n";
constexpr std::size_t kDigestLength = 32;
// Keeps the folder out of version control, wherever the archive's own rules forget it.
constexpr std::string_view kIgnoreFile = ".gitignore";

bool is_entry_name(std::string_view name) {
  return name.size() == kDigestLength && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool has_cache_entries(int parent, const std::string& name) {
  const Result<FileDescriptor> folder = open_folder(parent, {name}, Missing::Fail);
  const Result<std::vector<FolderEntry>> entries =
      folder ? read_folder(folder->number()) : std::vector<FolderEntry>();
  return entries && std::any_of(entries->begin(), entries->end(),
                                [](const FolderEntry& entry) { return is_entry_name(entry.name); });
}

// One folder after the other, and unlike what a build writes nothing gives way: the archive is the user's.
FileDescriptor open_place(const std::filesystem::path& root, std::string_view place) {
  FileDescriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (const std::string& part : relative_path_parts(place).value_or(std::vector<std::string>())) {
    if (::mkdirat(folder.number(), part.c_str(), 0777) != 0 && errno != EEXIST) {
      return {};
    }
    Result<FileDescriptor> next = open_folder(folder.number(), {part}, Missing::Fail);
    if (!next) {
      return {};
    }
    folder = *std::move(next);
  }
  return folder;
}

// `bytes` is one text or its pieces.
template <typename Bytes>
std::string head_of(const Bytes& bytes) {
  return std::string(kVersion) + digest(bytes) + "\n";
}

std::optional<std::string> read_next(const FileDescriptor& file, std::size_t size) {
  std::string bytes(size, '\0');
  const Result<std::size_t> count = read_fully(file.number(), bytes.data(), size);
  return count && *count == size ? std::optional(std::move(bytes)) : std::nullopt;
}

constexpr std::size_t kHead = kVersion.size() + kDigestLength + 1;

struct EntryFile {
  FileDescriptor file;  // none: there is no entry
  std::size_t size = 0;
};

EntryFile open_entry(int folder, const std::string& name) {
  FileDescriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!file || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode) ||
      static_cast<std::size_t>(status.st_size) < kHead) {
    return {};
  }
  return {std::move(file), static_cast<std::size_t>(status.st_size)};
}

// What an entry holds; nothing when it is not as it was written.
std::optional<std::string> read_entry(const EntryFile& entry) {
  if (!entry.file) {
    return std::nullopt;
  }
  const std::optional<std::string> head = read_next(entry.file, kHead);
  std::optional<std::string> bytes = read_next(entry.file, entry.size - kHead);
  return head && bytes && *head == head_of(*bytes) ? std::move(bytes) : std::nullopt;
}

// The same, of a large one.
std::optional<KeptBytes> look_through(const EntryFile& entry) {
  const std::optional<std::string> head = read_next(entry.file, kHead);
  std::optional<KeptBytes> bytes = KeptBytes::of_file(entry.file, entry.size, kHead);
  if (!head || !bytes || *head != head_of(*bytes)) {
    return std::nullopt;
  }
  bytes->give_up_room();
  return bytes;
}

}  // namespace

Cache::Cache(const std::filesystem::path& root, std::string_view place) : folder_(open_place(root, place)) {
  const std::string ignore_file(kIgnoreFile);
  if (folder_ && ::faccessat(folder_.number(), ignore_file.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) != 0 &&
      !replace_file(folder_.number(), ignore_file, ignore_file, {"*\n"})) {
    folder_.close();
  }
}

std::optional<std::string> Cache::find(std::string_view key) {
  if (!folder_) {
    return std::nullopt;
  }
  std::optional<std::string> bytes = read_entry(open_entry(folder_.number(), digest(key)));
  if (bytes) {
    keep(key);
  }
  return bytes;
}

std::optional<KeptBytes> Cache::find_in_file(std::string_view key) {
  if (!folder_) {
    return std::nullopt;
  }
  const EntryFile entry = open_entry(folder_.number(), digest(key));
  std::optional<KeptBytes> bytes = entry.size < kHead + kLarge ? read_entry(entry) : look_through(entry);
  if (bytes) {
    keep(key);
  }
  return bytes;
}

void Cache::store(std::string_view key, std::string_view bytes) {
  store(key, std::vector<std::string_view>{bytes});
}

void Cache::store(std::string_view key, const std::vector<std::string_view>& pieces) {
  if (!folder_) {
    return;
  }
  const std::string name = digest(key);
  const std::string head = head_of(pieces);
  std::vector<std::string_view> all = {head};
  all.insert(all.end(), pieces.begin(), pieces.end());
  if (replace_file(folder_.number(), name, name, all)) {
    const std::lock_guard lock(mutex_);
    used_.insert(name);
  }
}

void Cache::keep(std::string_view key) {
  const std::lock_guard lock(mutex_);
  used_.insert(digest(key));
}

std::size_t Cache::remove_unused() {
  const std::lock_guard lock(mutex_);
  const Result<std::vector<FolderEntry>> entries =
      folder_ ? read_folder(folder_.number()) : std::vector<FolderEntry>();
  std::size_t removed = 0;
  for (const FolderEntry& entry : entries ? *entries : std::vector<FolderEntry>()) {
    const bool is_entry = is_entry_name(entry.name);
    const bool is_stale = is_entry ? !used_.contains(entry.name) : entry.name.starts_with(kTemporaryPrefix);
    if (is_stale && ::unlinkat(folder_.number(), entry.name.c_str(), 0) == 0) {
      removed += is_entry ? 1 : 0;
    }
  }
  return removed;
}

void Cache::freshen() const {
  if (folder_) {
    // Where that cannot be, it is older than it could be.
    static_cast<void>(::utimensat(folder_.number(), ".", nullptr, 0));
  }
}

void remove_old_folders(const std::filesystem::path& root, std::string_view place, std::size_t most) {
  const FileDescriptor parent = open_place(root, place);
  const Result<std::vector<FolderEntry>> entries =
      parent ? read_folder(parent.number()) : std::vector<FolderEntry>();
  std::vector<std::pair<std::int64_t, std::string>> folders;  // when changed, 0 without entries; name
  for (const FolderEntry& entry : entries ? *entries : std::vector<FolderEntry>()) {
    struct stat status {};
    if (entry.kind == FolderEntry::Kind::Folder &&
        ::fstatat(parent.number(), entry.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
      constexpr std::int64_t kNanoseconds = 1'000'000'000;
      const std::int64_t changed = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
      folders.emplace_back(has_cache_entries(parent.number(), entry.name) ? changed : 0, entry.name);
    }
  }
  std::sort(folders.rbegin(), folders.rend());
  for (std::size_t at = most; at < folders.size(); ++at) {
    remove_tree(parent.number(), folders[at].second);
  }
}

}  // namespace paperboy::base
