#include "support/memory_file_system.h"

namespace paperboy::tests {

namespace {

std::string prefix_of(const std::string& folder) {
  return folder.empty() || folder.ends_with('/') ? folder : folder + "/";
}

bool has_dot_name(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

}  // namespace

base::Result<std::vector<std::string>> MemoryFileSystem::list(const std::string& folder) const {
  const std::string prefix = prefix_of(folder);
  std::vector<std::string> paths;
  for (auto file = files.lower_bound(prefix); file != files.end() && file->first.starts_with(prefix);
       ++file) {
    if (!has_dot_name(std::string_view(file->first).substr(prefix.size()))) {
      paths.push_back(file->first);
    }
  }
  return paths;
}

base::Result<std::string> MemoryFileSystem::read(const std::string& path, std::size_t max_bytes) const {
  const auto file = files.find(path);
  if (file == files.end()) {
    return base::Error{path + ": No such file or directory"};
  }
  if (file->second.size() > max_bytes) {
    return base::Error{path + ": is larger than " + std::to_string(max_bytes) + " bytes"};
  }
  return file->second;
}

bool MemoryFileSystem::exists(const std::string& path) const {
  const std::string prefix = prefix_of(path);
  const auto below = files.lower_bound(prefix);
  return files.contains(path) || (below != files.end() && below->first.starts_with(prefix));
}

}  // namespace paperboy::tests
