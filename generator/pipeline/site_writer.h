#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/output_folder.h"
#include "base/result.h"
#include "outputs/site_files.h"
#include "pipeline/parts.h"

namespace paperboy::pipeline {

struct WriteReport {
  std::size_t written = 0;  // files whose bytes changed
  std::size_t removed = 0;  // files of an earlier build that no longer belong
};

// A file that a build made. What it points to stands with the writer.
struct MadeFile {
  std::string_view path;
  std::size_t bytes = 0;
  base::Written written = base::Written::Unchanged;
  std::span<const Parts::Number> parts;  // whose texts it shows, ascending
};

// Brings a folder to the outputs of a build. Outputs are taken as they are finished and not kept in memory;
// readers of the folder see none of them before they are published.
class SiteWriter final : public outputs::SiteFiles {
 public:
  // Without a folder outputs are counted only. `parts` outlives this.
  SiteWriter(std::optional<base::OutputFolder> folder, const Parts& parts)
      : folder_(std::move(folder)), parts_(parts) {}

  void add(const std::string& path, const std::function<std::string()>& write) override;
  void make(const std::string& path, const std::function<std::string()>& write) override;
  // Never for a build that makes everything.
  void keep(const std::string& path) override;

  // All that were added, by path.
  const std::vector<MadeFile>& files();
  // New and changed files come first, stale ones go last, so a reader never meets a link to a page that is
  // already gone. An error names the file it happened at.
  base::Result<WriteReport> publish();
  // The same where what was added is not the whole site: nothing goes but `stale`.
  base::Result<WriteReport> publish_beside(const std::vector<std::string>& stale);
  // See OutputFolder::states().
  std::vector<std::uint64_t> states(const std::vector<std::string_view>& paths, std::size_t threads) const;

 private:
  base::Result<void> publish_staged();
  base::Result<WriteReport> remove(const std::vector<std::string>& stale) const;
  std::vector<std::string> find_stale(const std::vector<std::string>& present) const;

  std::optional<base::OutputFolder> folder_;
  const Parts& parts_;
  std::mutex mutex_;
  base::Arena kept_;  // what files_ points to
  std::vector<MadeFile> files_;
  std::optional<base::Error> failure_;
};

}  // namespace paperboy::pipeline
