#include "outputs/outputs.h"

#include <string_view>

#include "base/free_memory.h"

namespace paperboy::outputs {

namespace {

struct Kind {
  std::string_view name;
  void (*write)(const Publication& publication, SiteFiles& files);
  pages::MadeViews after = pages::MadeViews::Keep;  // what becomes of the views, where all is made
};

// All there is beside the pages.
constexpr Kind kKinds[] = {
    {"feeds", feeds},
    {"opml", opml},
    {"share cards", share_cards},
    // The last kind that wants many views.
    {"citations", citation_files, pages::MadeViews::GiveUp},
    {"search", search_index},
    {"api", api},
    {"sitemap", sitemap},
    {"robots", robots},
    {"llms", llms},
    {"addresses", addresses},
    {"github pages", github_pages},
};

void forget_views(const pages::Catalog& catalog) {
  for (const auto& [language, views] : catalog.languages) {
    views.forget_views();
  }
  base::return_free_memory();
}

}  // namespace

void write_outputs(const Publication& publication, SiteFiles& files) {
  for (const Kind& kind : kKinds) {
    const base::Trace::Span span(publication.trace, kind.name);
    kind.write(publication, files);
    if (publication.made_views == pages::MadeViews::GiveUp && kind.after == pages::MadeViews::GiveUp) {
      forget_views(publication.catalog);
    }
  }
}

}  // namespace paperboy::outputs
