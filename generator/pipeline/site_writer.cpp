#include "pipeline/site_writer.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace paperboy::pipeline {

std::vector<std::string> paths_of(const std::vector<FileSize>& files) {
  std::vector<std::string> paths;
  for (const FileSize& file : files) {
    paths.push_back(file.path);
  }
  return paths;
}

void SiteWriter::add(const std::string& path, const std::function<std::string()>& write) {
  take({path, write()});
}

void SiteWriter::make(const std::string& path, const std::function<std::string()>& write) {
  take({path, write()});
}

void SiteWriter::keep(const std::string&) {}

void SiteWriter::take(const outputs::Output& output) {
  base::Result<base::Written> staged = base::Written::Unchanged;
  if (folder_) {
    staged = folder_->stage(output.path, output.bytes);
  }
  const std::lock_guard lock(mutex_);
  files_.push_back({output.path, output.bytes.size()});
  if (!staged) {
    failure_ = staged.error();
  } else if (*staged == base::Written::Changed) {
    ++written_;
  }
}

std::vector<FileSize> SiteWriter::files() const {
  std::vector<FileSize> sorted = files_;
  std::sort(sorted.begin(), sorted.end(),
            [](const FileSize& a, const FileSize& b) { return a.path < b.path; });
  return sorted;
}

base::Result<WriteReport> SiteWriter::publish() {
  if (failure_) {
    return *failure_;
  }
  if (const base::Result<void> published = folder_->publish(); !published) {
    return published.error();
  }
  const base::Result<std::size_t> removed = remove_stale();
  if (!removed) {
    return removed.error();
  }
  return WriteReport{written_, *removed};
}

std::string SiteWriter::state(const std::vector<std::string>& paths, std::size_t threads) const {
  return folder_->state(paths, threads);
}

base::Result<std::size_t> SiteWriter::remove_stale() const {
  const base::Result<std::vector<std::string>> present = folder_->list();
  if (!present) {
    return present.error();
  }
  std::unordered_set<std::string_view> wanted;
  for (const FileSize& file : files_) {
    wanted.insert(file.path);
  }
  std::size_t removed = 0;
  for (const std::string& path : *present) {
    if (wanted.count(path) != 0) {
      continue;
    }
    if (const base::Result<void> gone = folder_->remove(path); !gone) {
      return gone.error();
    }
    ++removed;
  }
  return removed;
}

}  // namespace paperboy::pipeline
