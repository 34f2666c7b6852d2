#include "base/output_folder.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <unordered_set>
#include <utility>

#include "base/digest.h"
#include "base/folder_access.h"
#include "base/parallel.h"
#include "base/relative_path.h"
#include "base/text.h"

namespace paperboy::base {

namespace {

namespace fs = std::filesystem;

constexpr const char* kMarker = ".paperboy-site";
constexpr std::string_view kMarkerText =
    "Written by paperboy: everything here is made from the archive and may be replaced or removed.\n";

// The marker and the files by which git keeps an empty folder are not the build's to write.
constexpr std::array<std::string_view, 3> kKept{kMarker, ".gitignore", ".gitkeep"};

using Parts = std::vector<std::string>;

Error unfit(const fs::path& root, std::string_view reason) {
  return Error{root.string() + ": cannot be the output folder: " + std::string(reason)};
}

bool is_same_folder(const fs::path& folder, const char* other) {
  std::error_code ignored;
  return other != nullptr && *other != '\0' && fs::equivalent(folder, other, ignored);
}

bool is_home(const fs::path& folder) {
  if (is_same_folder(folder, std::getenv("HOME"))) {
    return true;
  }
  std::array<char, 16 * 1024> buffer;
  passwd entry{};
  passwd* found = nullptr;
  const int failure = ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
  return failure == 0 && found != nullptr && is_same_folder(folder, found->pw_dir);
}

bool has_entry(const std::vector<FolderEntry>& entries, std::string_view name) {
  return std::any_of(entries.begin(), entries.end(),
                     [name](const FolderEntry& entry) { return entry.name == name; });
}

bool is_marked(const std::vector<FolderEntry>& entries) {
  return std::any_of(entries.begin(), entries.end(), [](const FolderEntry& entry) {
    return entry.name == kMarker && entry.kind == FolderEntry::Kind::File;
  });
}

// Why a build must not write to this folder; empty when it may.
std::string objection(int folder, const std::vector<FolderEntry>& entries) {
  if (has_entry(entries, ".git")) {
    return "it holds a git repository (.git); choose a folder inside it";
  }
  const bool marked = is_marked(entries);
  // A marked folder may hold a page called "content", but never an archive.
  if (has_entry(entries, "content") && (!marked || ::faccessat(folder, "content/site.yaml", F_OK, 0) == 0)) {
    return "it holds the archive's content/; choose a folder beside content/";
  }
  // The alphabetically first, so that the message is the same each time.
  std::string foreign;
  for (const FolderEntry& entry : entries) {
    if (!entry.name.starts_with('.') && (foreign.empty() || entry.name < foreign)) {
      foreign = entry.name;
    }
  }
  if (!marked && !foreign.empty()) {
    return "it holds files that no build wrote (\"" + foreign + "\"); empty it or choose another folder";
  }
  return {};
}

bool has_files(const std::vector<FolderEntry>& entries) {
  return std::any_of(entries.begin(), entries.end(), [](const FolderEntry& entry) {
    return std::find(kKept.begin(), kKept.end(), entry.name) == kKept.end();
  });
}

// Checks and marks an open folder. Tells what it holds.
Result<std::vector<FolderEntry>> claim(int folder, const fs::path& root) {
  if (::flock(folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return unfit(root, "another build is writing to it just now");
  }
  const Result<std::vector<FolderEntry>> entries = read_folder(folder);
  if (!entries) {
    return unfit(root, entries.error().message);
  }
  if (const std::string reason = objection(folder, *entries); !reason.empty()) {
    return unfit(root, reason);
  }
  if (!is_marked(*entries)) {
    const Result<void> marked = replace_file(folder, kMarker, (root / kMarker).string(), {kMarkerText});
    if (!marked) {
      return marked.error();
    }
  }
  return entries;
}

Result<fs::path> resolved(const fs::path& root) {
  std::error_code failure;
  const fs::path whole = fs::absolute(root, failure);
  const fs::path canonical = failure ? fs::path() : fs::weakly_canonical(whole, failure);
  if (root.empty() || failure) {
    return unfit(root, root.empty() ? "its name is empty" : failure.message());
  }
  if (canonical == canonical.root_path()) {
    return unfit(canonical, "it is the root of the file system");
  }
  if (is_home(canonical)) {
    return unfit(canonical, "it is a home folder");
  }
  return canonical;
}

bool is_reserved(const Parts& parts) {
  const bool is_kept =
      parts.size() == 1 && std::find(kKept.begin(), kKept.end(), parts.front()) != kKept.end();
  return is_kept || std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
           return part.starts_with(kTemporaryPrefix) || to_lower_ascii(part) == ".git";
         });
}

Result<Parts> checked_parts(const std::string& path) {
  std::optional<Parts> parts = relative_path_parts(path);
  if (!parts) {
    return Error{"\"" + path + "\": is not a path below the output folder"};
  }
  if (is_reserved(*parts)) {
    return Error{path + ": this name is reserved in the output folder"};
  }
  return std::move(*parts);
}

Parts parent_of(const Parts& parts) {
  return Parts(parts.begin(), parts.end() - 1);
}

std::uint64_t digest_of(const struct stat& status) {
  // Without gaps between its members: its bytes are what counts.
  const std::array<std::int64_t, 7> state = {
      static_cast<std::int64_t>(status.st_mode), static_cast<std::int64_t>(status.st_ino),
      static_cast<std::int64_t>(status.st_size), std::int64_t{status.st_mtim.tv_sec},
      std::int64_t{status.st_mtim.tv_nsec},      std::int64_t{status.st_ctim.tv_sec},
      std::int64_t{status.st_ctim.tv_nsec}};
  return short_digest({reinterpret_cast<const char*>(state.data()), sizeof(state)});
}

// Removes a folder and those above it as far as they are empty.
void prune(int root, Parts folders) {
  while (!folders.empty()) {
    const std::string name = std::move(folders.back());
    folders.pop_back();
    const Result<FileDescriptor> above = open_folder(root, folders, Missing::Fail);
    if (!above || ::unlinkat(above->number(), name.c_str(), AT_REMOVEDIR) != 0) {
      return;
    }
  }
}

// Looks at files of which neighbours follow each other: the way to them is gone once, not for each.
class StatusReader {
 public:
  explicit StatusReader(int root) : root_(root) {}

  // None where there is nothing.
  std::optional<struct stat> status(std::string_view path) {
    const std::string_view wanted = way_to(path);
    // One file alone is not worth it.
    if (wanted != way_ && wanted == wanted_before_) {
      open(wanted);
    }
    wanted_before_ = wanted;
    const bool is_near = folder_ && path.starts_with(way_);
    name_ = is_near ? path.substr(way_.size()) : path;
    struct stat status {};
    if (::fstatat(is_near ? folder_.number() : root_, name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      return std::nullopt;
    }
    return status;
  }

 private:
  // "zh/papers/" to "zh/papers/2605.03769/index.html": most folders have one file.
  static std::string_view way_to(std::string_view path) {
    const std::size_t name = path.rfind('/');
    const std::size_t folder = name == std::string_view::npos || name == 0 ? name : path.rfind('/', name - 1);
    return folder == std::string_view::npos ? std::string_view() : path.substr(0, folder + 1);
  }

  void open(std::string_view way) {
    way_ = way;
    Result<FileDescriptor> folder = open_folder(
        root_, relative_path_parts(way.substr(0, way.rfind('/'))).value_or(Parts()), Missing::Fail);
    folder_ = folder ? *std::move(folder) : FileDescriptor();
  }

  int root_;
  std::string way_;
  FileDescriptor folder_;  // at the end of the way; none where it cannot be gone
  std::string_view wanted_before_;
  std::string name_;
};

}  // namespace

std::vector<std::string> folders_of(const std::vector<std::string_view>& paths) {
  std::unordered_set<std::string_view> folders;
  for (const std::string_view path : paths) {
    std::size_t slash = path.rfind('/');
    while (slash != std::string_view::npos && folders.insert(path.substr(0, slash)).second) {
      slash = slash == 0 ? std::string_view::npos : path.rfind('/', slash - 1);
    }
  }
  std::vector<std::string> names(folders.begin(), folders.end());
  names.emplace_back(".");
  std::sort(names.begin(), names.end());
  return names;
}

Result<OutputFolder> OutputFolder::open(const fs::path& root) {
  const Result<fs::path> place = resolved(root);
  if (!place) {
    return place.error();
  }
  std::error_code failure;
  fs::create_directories(*place, failure);
  if (failure) {
    return unfit(*place, failure.message());
  }
  FileDescriptor folder(::open(place->c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder) {
    return unfit(*place, std::generic_category().message(errno));
  }
  const Result<std::vector<FolderEntry>> entries = claim(folder.number(), *place);
  if (!entries) {
    return entries.error();
  }
  return OutputFolder(std::move(folder), has_files(*entries) ? State::Filled : State::Empty);
}

OutputFolder::OutputFolder(FileDescriptor folder, State state)
    : folder_(std::move(folder)), state_(state), staging_(std::make_unique<std::mutex>()) {}

Result<Written> OutputFolder::stage(const std::string& path, std::string_view bytes) {
  const Result<Parts> parts = checked_parts(path);
  if (!parts) {
    return parts.error();
  }
  if (state_ == State::Filled) {
    const Result<FileDescriptor> folder = open_folder(folder_.number(), parent_of(*parts), Missing::Fail);
    if (folder && holds_bytes(folder->number(), parts->back(), bytes)) {
      return Written::Unchanged;
    }
  }
  {
    const std::lock_guard lock(*staging_);
    if (!staged_) {
      staged_ = std::make_unique<StagedFiles>(folder_.number());
    }
  }
  const Result<void> added = staged_->add(path, bytes);
  return added ? Result<Written>(Written::Changed) : added.error();
}

Result<void> OutputFolder::publish() {
  if (!staged_) {
    return {};
  }
  Result<void> published = staged_->publish();
  staged_.reset();
  state_ = State::Filled;
  return published;
}

Result<std::vector<std::string>> OutputFolder::list() const {
  std::vector<std::string> files;
  std::vector<Parts> pending{{}};
  while (!pending.empty()) {
    const Parts parts = std::move(pending.back());
    pending.pop_back();
    const std::string path = join(parts, "/");
    const Result<FileDescriptor> folder = open_folder(folder_.number(), parts, Missing::Fail);
    if (!folder) {
      return folder.error();
    }
    const Result<std::vector<FolderEntry>> entries = read_folder(folder->number());
    if (!entries) {
      return Error{path + ": cannot list this folder: " + entries.error().message};
    }
    for (const FolderEntry& entry : *entries) {
      if (entry.name.starts_with(kTemporaryPrefix)) {
        // Left by a build that was interrupted; when it cannot be removed, the next build tries again.
        static_cast<void>(remove_tree(folder->number(), entry.name));
      } else if (parts.empty() && entry.name.starts_with('.')) {
        continue;
      } else if (entry.kind == FolderEntry::Kind::File) {
        files.push_back(path.empty() ? entry.name : path + "/" + entry.name);
      } else if (entry.kind == FolderEntry::Kind::Folder) {
        pending.push_back(parts);
        pending.back().push_back(entry.name);
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::uint64_t> OutputFolder::states(const std::vector<std::string_view>& paths,
                                                std::size_t threads) const {
  constexpr std::size_t kInRun = 512;
  std::vector<std::uint64_t> states(paths.size());
  parallel_for((paths.size() + kInRun - 1) / kInRun, threads, [&](std::size_t run) {
    StatusReader reader(folder_.number());
    const std::size_t end = std::min(paths.size(), (run + 1) * kInRun);
    for (std::size_t index = run * kInRun; index < end; ++index) {
      if (const std::optional<struct stat> status = reader.status(paths[index])) {
        states[index] = digest_of(*status);
      }
    }
  });
  return states;
}

Result<void> OutputFolder::remove(const std::string& path) const {
  const Result<Parts> parts = checked_parts(path);
  if (!parts) {
    return parts.error();
  }
  if (::faccessat(folder_.number(), path.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) != 0 &&
      (errno == ENOENT || errno == ENOTDIR)) {
    return {};
  }
  const Parts folders = parent_of(*parts);
  const Result<FileDescriptor> folder = open_folder(folder_.number(), folders, Missing::Fail);
  if (!folder) {
    return folder.error();
  }
  if (::unlinkat(folder->number(), parts->back().c_str(), 0) != 0 && errno != ENOENT) {
    return system_error(path, "cannot be removed", errno);
  }
  prune(folder_.number(), folders);
  return {};
}

}  // namespace paperboy::base
