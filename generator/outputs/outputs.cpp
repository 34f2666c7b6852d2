#include "outputs/outputs.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/allocator.h"
#include "base/beside.h"
#include "pages/citation_files.h"

namespace paperboy::outputs {

namespace {

enum class Turn {
  OneByOne,
  Beside,  // what comes next: little of it can be parted among threads, and it asks for no views
};

// Which files are of a kind that shows facts alone.
using IsOfKind = bool (*)(std::string_view path);

struct Kind {
  std::string_view name;
  void (*write)(const Publication& publication, SiteFiles& files);
  Turn turn = Turn::OneByOne;
  pages::MadeViews after = pages::MadeViews::Keep;  // what becomes of the views, where all is made
  IsOfKind is_of_facts = nullptr;                   // null: texts are shown, too
};

// All there is beside the pages.
constexpr Kind kKinds[] = {
    // The last kind that wants the entries of all editions.
    {.name = "feeds", .write = feeds, .after = pages::MadeViews::GiveUp},
    {.name = "opml", .write = opml},
    {.name = "share cards", .write = share_cards},
    // The last kind that wants all papers.
    {.name = "citations",
     .write = citation_files,
     .after = pages::MadeViews::GiveUp,
     .is_of_facts = pages::is_citation_file},
    {.name = "search", .write = search_index},
    {.name = "sitemap", .write = sitemap, .turn = Turn::Beside, .is_of_facts = is_sitemap},
    {.name = "api", .write = api},
    {.name = "robots", .write = robots},
    {.name = "llms", .write = llms},
    {.name = "addresses", .write = addresses, .is_of_facts = is_list_of_addresses},
    {.name = "github pages", .write = github_pages},
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
    if (publication.facts == Facts::Same && kind.is_of_facts != nullptr) {
      continue;
    }
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

bool shows_facts_alone(std::string_view path) {
  return std::any_of(std::begin(kKinds), std::end(kKinds),
                     [&](const Kind& kind) { return kind.is_of_facts != nullptr && kind.is_of_facts(path); });
}

}  // namespace paperboy::outputs
