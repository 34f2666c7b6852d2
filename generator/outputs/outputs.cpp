#include "outputs/outputs.h"

#include <string_view>

namespace paperboy::outputs {

namespace {

struct Kind {
  std::string_view name;
  void (*write)(const Publication& publication, SiteFiles& files);
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

void write_outputs(const Publication& publication, SiteFiles& files) {
  for (const Kind& kind : kKinds) {
    const base::Trace::Span span(publication.trace, kind.name);
    kind.write(publication, files);
  }
}

}  // namespace paperboy::outputs
