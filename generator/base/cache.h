#pragma once

#include <cstddef>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_descriptor.h"
#include "base/kept_bytes.h"

namespace paperboy::base {

// What was dear to make, kept between builds: bytes by a key that says everything they depend on. An entry is
// a file named by the digest of its key. The cache may be deleted at any time, and never fails: what cannot
// be kept, or was damaged, is simply made again. Safe from several threads.
class Cache {
 public:
  // Keeps nothing.
  Cache() = default;
  // Keeps entries in the folder `place` below `root`: ".paperboy/cache/cards". The folders of `place` are
  // made where they are missing; symbolic links among them are not followed. Where that cannot be (a folder
  // that is only to be read, a file in the way) nothing is kept.
  Cache(const std::filesystem::path& root, std::string_view place);

  std::optional<std::string> find(std::string_view key);
  // Entries of so many bytes are large.
  static constexpr std::size_t kLarge = 64U << 10U;
  // A large entry stays in its file, once it was looked through.
  std::optional<KeptBytes> find_in_file(std::string_view key);
  void store(std::string_view key, std::string_view bytes);
  // The pieces, one behind the other.
  void store(std::string_view key, const std::vector<std::string_view>& pieces);
  // Says that the entry, if there is one, is still of use.
  void keep(std::string_view key);
  // Removes the entries that were neither found, stored nor kept through this object, and what a build that
  // was interrupted left. The number of entries removed.
  std::size_t remove_unused();
  // Its folder counts as changed now, for remove_old_folders().
  void freshen() const;

 private:
  FileDescriptor folder_;  // none: nothing is kept
  std::mutex mutex_;
  std::set<std::string> used_;  // names of entries
};

// Of the folders in `place` below `root`, each with entries of its own, removes all but the `most` that were
// changed last. One without entries goes before all others.
void remove_old_folders(const std::filesystem::path& root, std::string_view place, std::size_t most);

}  // namespace paperboy::base
