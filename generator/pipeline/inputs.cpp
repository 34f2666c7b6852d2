#include "pipeline/inputs.h"

#include "base/digest.h"
#include "base/parallel.h"

namespace paperboy::pipeline {

std::optional<Inputs> read_inputs(const base::FileSystem& files, std::size_t threads) {
  std::vector<std::string> paths;
  for (const char* folder : {"content", "layouts", "assets"}) {
    const base::Result<std::vector<std::string>> found = files.list(folder);
    if (!found) {
      return std::nullopt;
    }
    paths.insert(paths.end(), found->begin(), found->end());
  }
  std::vector<std::string> digests(paths.size());
  base::parallel_for(paths.size(), threads, [&](std::size_t index) {
    const base::Result<std::string> bytes = files.read(paths[index], kLargestInput);
    digests[index] = bytes ? base::digest(*bytes) : "";
  });
  Inputs inputs;
  for (std::size_t index = 0; index < paths.size(); ++index) {
    if (digests[index].empty()) {
      return std::nullopt;
    }
    inputs.emplace(std::move(paths[index]), std::move(digests[index]));
  }
  return inputs;
}

std::vector<InputChange> compare_inputs(const Inputs& before, const Inputs& now) {
  std::vector<InputChange> changes;
  auto old = before.begin();
  for (const auto& [path, digest] : now) {
    for (; old != before.end() && old->first < path; ++old) {
      changes.push_back({old->first, InputChange::Kind::Removed});
    }
    const bool was_there = old != before.end() && old->first == path;
    if (!was_there) {
      changes.push_back({path, InputChange::Kind::Added});
    } else if (old->second != digest) {
      changes.push_back({path, InputChange::Kind::Changed});
    }
    old = was_there ? std::next(old) : old;
  }
  for (; old != before.end(); ++old) {
    changes.push_back({old->first, InputChange::Kind::Removed});
  }
  return changes;
}

}  // namespace paperboy::pipeline
