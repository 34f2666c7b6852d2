#include "outputs/outputs.h"

#include <string_view>

#include "base/parallel.h"

namespace paperboy::outputs {

namespace {

struct Kind {
  std::string_view name;
  void (*write)(const Publication& publication, SiteFiles& files);
};

// A kind whose files are made all at once.
template <std::vector<Output> (*Make)(const Publication& publication)>
void at_once(const Publication& publication, SiteFiles& files) {
  const std::vector<Output> made = Make(publication);
  base::parallel_for(made.size(), publication.threads, [&](std::size_t index) {
    files.add(made[index].path, [&] { return made[index].bytes; });
  });
}

// All there is beside the pages.
constexpr Kind kKinds[] = {
    {"feeds", at_once<feeds>},
    {"opml", at_once<opml>},
    {"citations", at_once<citation_files>},
    {"share cards", at_once<share_cards>},
    {"search", search_index},
    {"api", at_once<api>},
    {"sitemap", at_once<sitemap>},
    {"robots", at_once<robots>},
    {"llms", at_once<llms>},
    {"addresses", at_once<addresses>},
    {"github pages", at_once<github_pages>},
};

}  // namespace

void write_outputs(const Publication& publication, SiteFiles& files) {
  for (const Kind& kind : kKinds) {
    const base::Trace::Span span(publication.trace, kind.name);
    kind.write(publication, files);
  }
}

}  // namespace paperboy::outputs
