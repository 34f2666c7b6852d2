#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file_descriptor.h"
#include "base/result.h"

namespace paperboy::base {

// Begins the name of every file that is not finished yet.
inline constexpr std::string_view kTemporaryPrefix = ".tmp-";

enum class Missing { Fail, Create };

// Opens the folder `parts` below `root` without following any symbolic link. With Create, folders
// that do not exist are made, and a regular file in the place of one gives way.
Result<FileDescriptor> open_folder(int root, const std::vector<std::string>& parts, Missing missing);
// The same, one folder after the other: how open_folder makes what is missing, and all it does on
// kernels before Linux 5.6, which cannot check the whole way at once.
Result<FileDescriptor> open_folder_by_parts(int root, const std::vector<std::string>& parts, Missing missing);

// One folder below an open one; `path` is what messages call it.
Result<FileDescriptor> open_folder_at(int parent, const std::string& name, const std::string& path,
                                      Missing missing);

struct FolderEntry {
  enum class Kind { File, Folder, Other };
  std::string name;
  Kind kind = Kind::Other;
};
// What an open folder holds, in no particular order. Symbolic links are Other.
Result<std::vector<FolderEntry>> read_folder(int folder);

// Removes a file, link or whole folder; nothing outside, as links are not followed. 0 or the error
// number; a missing entry is no error.
int remove_tree(int parent, const std::string& name);

// Puts the bytes, one piece after the other, at `name` in one step: readers see what was there before or all
// of the new file. A link or a folder at that place is replaced, too.
Result<void> replace_file(int folder, const std::string& name, const std::string& path,
                          const std::vector<std::string_view>& pieces);
// Puts the file `name` of one open folder at the same name of another, in one step. A link or a folder at
// that place is replaced, too.
Result<void> move_file(int from, int to, const std::string& name, const std::string& path);
// Whether `name` is a regular file with exactly these bytes.
bool holds_bytes(int folder, const std::string& name, std::string_view bytes);

}  // namespace paperboy::base
