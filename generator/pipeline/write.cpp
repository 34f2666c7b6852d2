#include "pipeline/write.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "base/parallel.h"

namespace paperboy::pipeline {

namespace {

// The files of the folder that are not among the outputs.
base::Result<std::vector<std::string>> stale_files(const base::OutputFolder& folder,
                                                   const std::vector<outputs::Output>& outputs) {
  base::Result<std::vector<std::string>> present = folder.list();
  if (!present) {
    return present;
  }
  std::unordered_set<std::string_view> wanted;
  for (const outputs::Output& output : outputs) {
    wanted.insert(output.path);
  }
  std::vector<std::string> stale;
  for (std::string& path : *present) {
    if (wanted.count(path) == 0) {
      stale.push_back(std::move(path));
    }
  }
  return stale;
}

}  // namespace

base::Result<WriteReport> write_site(const base::OutputFolder& folder,
                                     const std::vector<outputs::Output>& outputs, std::size_t threads) {
  std::atomic<std::size_t> written = 0;
  std::mutex mutex;
  std::optional<base::Error> failure;
  base::parallel_for(outputs.size(), threads, [&](std::size_t index) {
    base::Result<base::Written> result = folder.write(outputs[index].path, outputs[index].bytes);
    if (!result) {
      std::lock_guard lock(mutex);
      failure = result.error();
    } else if (*result == base::Written::Changed) {
      ++written;
    }
  });
  if (failure) {
    return *failure;
  }
  base::Result<std::vector<std::string>> stale = stale_files(folder, outputs);
  if (!stale) {
    return stale.error();
  }
  for (const std::string& path : *stale) {
    base::Result<void> removed = folder.remove(path);
    if (!removed) {
      return removed.error();
    }
  }
  return WriteReport{written, stale->size()};
}

}  // namespace paperboy::pipeline
