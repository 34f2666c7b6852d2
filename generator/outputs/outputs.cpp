#include "outputs/outputs.h"

#include <string_view>
#include <vector>

#include "base/allocator.h"
#include "base/beside.h"

namespace paperboy::outputs {

namespace {

enum class Turn {
  OneByOne,
  Beside,  // what comes next: little of it can be parted among threads, and it asks for no views
};

struct Kind {
  std::string_view name;
  void (*write)(const Publication& publication, SiteFiles& files);
  Turn turn = Turn::OneByOne;
  pages::MadeViews after = pages::MadeViews::Keep;  // what becomes of the views, where all is made
};

// All there is beside the pages.
constexpr Kind kKinds[] = {
    // The last kind that wants the entries of all editions.
    {"feeds", feeds, Turn::OneByOne, pages::MadeViews::GiveUp},
    {"opml", opml},
    {"share cards", share_cards},
    // The last kind that wants all papers.
    {"citations", citation_files, Turn::OneByOne, pages::MadeViews::GiveUp},
    {"search", search_index},
    {"sitemap", sitemap, Turn::Beside},
    {"api", api},
    {"robots", robots},
    {"llms", llms},
    {"addresses", addresses},
    {"github pages", github_pages},
};

void forget_views(const Publication& publication) {
  for (const auto& [language, views] : publication.catalog.languages) {
    views.forget_views(publication.threads);
  }
}

void write(const Kind& kind, const Publication& publication, SiteFiles& files) {
  const base::Trace::Span span(publication.trace, kind.name);
  kind.write(publication, files);
}

}  // namespace

void write_outputs(const Publication& publication, SiteFiles& files) {
  // Where views are kept, little of each kind is made.
  const bool gives_up_views = publication.made_views == pages::MadeViews::GiveUp;
  std::vector<std::future<void>> beside;
  for (const Kind& kind : kKinds) {
    if (kind.turn == Turn::Beside || !gives_up_views) {
      beside.push_back(base::beside(publication.threads, [&] { write(kind, publication, files); }));
      continue;
    }
    write(kind, publication, files);
    if (kind.after == pages::MadeViews::GiveUp) {
      forget_views(publication);
    }
    base::return_free_memory();
  }
  for (std::future<void>& written : beside) {
    written.get();
  }
}

}  // namespace paperboy::outputs
