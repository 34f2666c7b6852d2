#include "importers/archive_folder.h"

#include <fcntl.h>

#include <cerrno>

#include "base/file_system.h"
#include "base/folder_access.h"
#include "base/relative_path.h"
#include "value/read.h"

namespace paperboy::importers {

base::Result<std::optional<std::string>> ArchiveFolder::read(const std::string& path) const {
  const base::DiskFileSystem files(root_);
  if (!files.exists(path))
    return std::optional<std::string>();
  base::Result<std::string> text = files.read(path, value::Limits{}.bytes);
  if (!text)
    return text.error();
  return std::optional<std::string>(*std::move(text));
}

base::Result<void> ArchiveFolder::write(const std::string& path, std::string_view bytes) const {
  std::optional<std::vector<std::string>> parts = base::relative_path_parts(path);
  if (!parts)
    return base::Error{path + ": this is no place in an archive"};
  if (writing_ == Writing::Plan)
    return {};
  std::error_code error;
  std::filesystem::create_directories(root_, error);
  const base::FileDescriptor root(::open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root)
    return base::system_error(root_.string(), "", errno);
  const std::string name = parts->back();
  parts->pop_back();
  // A file in the place of a folder is somebody's work: it must not give way.
  std::filesystem::path folder = root_;
  for (const std::string& part : *parts) {
    folder /= part;
    if (std::filesystem::is_regular_file(folder, error))
      return base::Error{folder.string() + ": a file stands where a folder is needed"};
  }
  const base::Result<base::FileDescriptor> opened =
      base::open_folder(root.number(), *parts, base::Missing::Create);
  if (!opened)
    return opened.error();
  return base::replace_file(opened->number(), name, path, {bytes});
}

}  // namespace paperboy::importers
