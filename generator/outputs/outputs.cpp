#include "outputs/outputs.h"

#include <string_view>

#include "base/parallel.h"

namespace paperboy::outputs {

namespace {

struct Kind {
  std::string_view name;
  std::vector<Output> (*write)(const Publication& publication);
};

// All there is beside the pages.
constexpr Kind kKinds[] = {
    {"feeds", feeds},
    {"opml", opml},
    {"citations", citation_files},
    {"share cards", share_cards},
    {"search", search_index},
    {"api", api},
    {"sitemap", sitemap},
    {"robots", robots},
    {"llms", llms},
    {"addresses", addresses},
    {"github pages", github_pages},
};

}  // namespace

void write_outputs(const Publication& publication, const std::function<void(const Output&)>& take) {
  for (const Kind& kind : kKinds) {
    const base::Trace::Span span(publication.trace, kind.name);
    const std::vector<Output> files = kind.write(publication);
    base::parallel_for(files.size(), publication.threads, [&](std::size_t index) { take(files[index]); });
  }
}

}  // namespace paperboy::outputs
