#include "outputs/outputs.h"

#include <iterator>
#include <utility>

namespace paperboy::outputs {

namespace {

using Kind = std::vector<Output> (*)(const Publication& publication);

// All there is beside the pages.
constexpr Kind kKinds[] = {feeds,   opml,   citation_files, share_cards, search_index, api,
                           sitemap, robots, llms,           addresses,   github_pages};

}  // namespace

std::vector<Output> write_outputs(const Publication& publication) {
  std::vector<Output> all;
  for (const Kind kind : kKinds) {
    std::vector<Output> files = kind(publication);
    std::move(files.begin(), files.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace paperboy::outputs
