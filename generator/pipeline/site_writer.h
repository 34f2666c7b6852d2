#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/output_folder.h"
#include "base/result.h"
#include "outputs/output.h"
#include "outputs/site_files.h"

namespace paperboy::pipeline {

struct WriteReport {
  std::size_t written = 0;  // files whose bytes changed
  std::size_t removed = 0;  // files of an earlier build that no longer belong
};

struct FileSize {
  std::string path;
  std::size_t bytes = 0;
};

std::vector<std::string> paths_of(const std::vector<FileSize>& files);

// Brings a folder to exactly the outputs of a build. Outputs are taken as they are finished and not kept in
// memory; readers of the folder see none of them before publish().
class SiteWriter final : public outputs::SiteFiles {
 public:
  // Without a folder outputs are counted only.
  explicit SiteWriter(std::optional<base::OutputFolder> folder) : folder_(std::move(folder)) {}

  // Safe from several threads.
  void take(const outputs::Output& output);
  void add(const std::string& path, const std::function<std::string()>& write) override;
  void make(const std::string& path, const std::function<std::string()>& write) override;
  void keep(const std::string& path) override;
  // All that were added, by path.
  std::vector<FileSize> files() const;
  // New and changed files come first, stale ones go last, so a reader never meets a link to a page that is
  // already gone. An error names the file it happened at.
  base::Result<WriteReport> publish();
  // Of the folder, once published; see OutputFolder::state().
  std::string state(const std::vector<std::string>& paths, std::size_t threads) const;

 private:
  base::Result<std::size_t> remove_stale() const;

  std::optional<base::OutputFolder> folder_;
  std::mutex mutex_;
  std::vector<FileSize> files_;
  std::size_t written_ = 0;
  std::optional<base::Error> failure_;
};

}  // namespace paperboy::pipeline
