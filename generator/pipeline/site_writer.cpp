#include "pipeline/site_writer.h"

#include <algorithm>
#include <stdexcept>

#include "base/reads.h"
#include "base/text_table.h"

namespace paperboy::pipeline {

void SiteWriter::add(const std::string& path, const std::function<std::string()>& write) {
  const base::Reads reads;
  const std::string bytes = write();
  const std::vector<Parts::Number> parts = parts_.numbers_of(reads.parts());
  MadeFile file{kept_.keep(path), bytes.size(), base::Written::Changed,
                kept_.keep(std::span<const Parts::Number>(parts))};
  const base::Result<base::Written> staged = folder_ ? folder_->stage(path, bytes) : file.written;
  file.written = staged ? *staged : file.written;
  const std::lock_guard lock(mutex_);
  files_.push_back(std::move(file));
  if (!staged) {
    failure_ = staged.error();
  }
}

void SiteWriter::make(const std::string& path, const std::function<std::string()>& write) {
  add(path, write);
}

void SiteWriter::keep(const std::string& path) {
  throw std::logic_error("a build that makes everything has nothing to keep: " + path);
}

const std::vector<MadeFile>& SiteWriter::files() {
  std::sort(files_.begin(), files_.end(),
            [](const MadeFile& a, const MadeFile& b) { return a.path < b.path; });
  return files_;
}

base::Result<WriteReport> SiteWriter::publish() {
  const bool was_empty = folder_->is_empty();
  if (const base::Result<void> published = publish_staged(); !published) {
    return published.error();
  }
  const base::Result<std::vector<std::string>> present =
      was_empty ? std::vector<std::string>() : folder_->list();
  return present ? remove(find_stale(*present)) : present.error();
}

base::Result<WriteReport> SiteWriter::publish_beside(const std::vector<std::string>& stale) {
  const base::Result<void> published = publish_staged();
  return published ? remove(stale) : published.error();
}

base::Result<void> SiteWriter::publish_staged() {
  return failure_ ? base::Result<void>(*failure_) : folder_->publish();
}

base::Result<WriteReport> SiteWriter::remove(const std::vector<std::string>& stale) const {
  for (const std::string& path : stale) {
    if (const base::Result<void> gone = folder_->remove(path); !gone) {
      return gone.error();
    }
  }
  const auto written = std::count_if(files_.begin(), files_.end(), [](const MadeFile& file) {
    return file.written == base::Written::Changed;
  });
  return WriteReport{static_cast<std::size_t>(written), stale.size()};
}

std::vector<std::uint64_t> SiteWriter::states(const std::vector<std::string_view>& paths,
                                              std::size_t threads) const {
  return folder_->states(paths, threads);
}

std::vector<std::string> SiteWriter::find_stale(const std::vector<std::string>& present) const {
  base::TextTable wanted(files_.size());
  for (const MadeFile& file : files_) {
    wanted.add(file.path, 0);
  }
  std::vector<std::string> stale;
  std::copy_if(present.begin(), present.end(), std::back_inserter(stale),
               [&](const std::string& path) { return wanted.find(path) == nullptr; });
  return stale;
}

}  // namespace paperboy::pipeline
