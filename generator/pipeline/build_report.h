#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/archive.h"

namespace paperboy::pipeline {

struct FileSize {
  std::string path;
  std::size_t bytes = 0;
};

// A site has many files: what is asked of all of them points to where their paths stand.
struct FileView {
  std::string_view path;
  std::size_t bytes = 0;
};
// Of things that have a path and a size.
template <typename Files>
std::vector<FileView> sizes_of(const Files& files) {
  std::vector<FileView> sizes;
  sizes.reserve(files.size());
  for (const auto& file : files) {
    sizes.push_back({file.path, file.bytes});
  }
  return sizes;
}
template <typename Files>
std::vector<std::string_view> paths_of(const Files& files) {
  std::vector<std::string_view> paths;
  paths.reserve(files.size());
  for (const auto& file : files) {
    paths.push_back(file.path);
  }
  return paths;
}

// Why a sound site was not written.
struct WriteFailure {
  enum class Kind {
    Refused,  // the folder is not ours to write
    Failed,   // a full disk, missing rights
  };
  Kind kind = Kind::Failed;
  std::string message;
};

struct BuildReport {
  std::size_t pages = 0;
  std::size_t papers = 0;
  std::size_t editions = 0;
  std::size_t bytes = 0;
  std::size_t files = 0;
  std::size_t made = 0;  // files that this build made; the others it knew from the one before
  std::size_t written = 0;
  std::size_t removed = 0;
  std::vector<FileSize> largest;  // pages, largest first, a few
  double days = 0;                // that the editions span, from the first to the newest
  std::optional<WriteFailure> failure;
};

// What is known before any file is made. `pages` are those at addresses of their own, without redirects.
BuildReport report_archive(const model::Archive& archive, std::size_t pages);
// Adds what the files of the site amount to.
void report_files(const std::vector<FileView>& files, BuildReport& report);

}  // namespace paperboy::pipeline
