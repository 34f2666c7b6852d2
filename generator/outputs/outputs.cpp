#include "outputs/outputs.h"

#include "base/parallel.h"

namespace paperboy::outputs {

namespace {

using Kind = std::vector<Output> (*)(const Publication& publication);

// All there is beside the pages.
constexpr Kind kKinds[] = {feeds,   opml,   citation_files, search_index, api,
                           sitemap, robots, llms,           addresses,    github_pages};

}  // namespace

void write_outputs(const Publication& publication, const std::function<void(const Output&)>& take) {
  for (const Kind kind : kKinds) {
    const std::vector<Output> files = kind(publication);
    base::parallel_for(files.size(), publication.threads, [&](std::size_t index) { take(files[index]); });
  }
}

}  // namespace paperboy::outputs
