#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/reads.h"
#include "base/source.h"
#include "pages/catalog.h"
#include "pages/page_view.h"

namespace paperboy::pages {

// A page whose address is fixed but whose content is not yet made.
struct Page {
  std::string kind;  // also the layout: "edition" is rendered by layouts/edition.html
  std::string language;
  std::string address;              // without base path
  base::SourceSpan span;            // where the reader of a clash should look
  std::string section;              // the address of the menu item it belongs to, may be empty
  std::function<PageView()> build;  // may run on any thread
  // Empty: the page may show anything of the archive. May be asked for once views are made.
  base::ShowsChanged shows_changed = {};
};

// The languages a page exists in, with its address in each.
using Versions = std::map<std::string, std::string, std::less<>>;

// The parts that all pages have. `title` is plain text.
struct PageFacts {
  std::string kind;
  std::string language;
  std::string title;
  std::string description;
  std::vector<LinkView> breadcrumbs;
};
PageView make_page_view(const Catalog& catalog, PageFacts facts, const Versions& versions);

// Where the share card of the page at `page` is, without base path: "/topics/memory/card.png".
std::string card_address(std::string_view page);
// A share card as pages name it; `title` is that of the page it belongs to. None when the site has no cards.
std::optional<PictureView> share_card(const Catalog& catalog, std::string_view page, std::string title);

LinkView home_link(const Catalog& catalog, std::string_view language);
LinkView phrase_link(const Catalog& catalog, std::string_view language, std::string_view key,
                     std::string_view address);

// Where a page about something leads when it exists in `languages`: the wanted one, else the first.
std::string nearest_language(const std::vector<std::string>& languages, std::string_view wanted);

// Each plans all pages of one kind.
std::vector<Page> plan_home_pages(const Catalog& catalog);
std::vector<Page> plan_series_pages(const Catalog& catalog);
std::vector<Page> plan_edition_pages(const Catalog& catalog);
std::vector<Page> plan_rollup_pages(const Catalog& catalog);
std::vector<Page> plan_topic_pages(const Catalog& catalog);
std::vector<Page> plan_paper_pages(const Catalog& catalog);
std::vector<Page> plan_author_pages(const Catalog& catalog);
std::vector<Page> plan_source_pages(const Catalog& catalog);
// /topics/ and /sources/.
std::vector<Page> plan_index_pages(const Catalog& catalog);
// /authors/, and below it the pages of each initial when there are too many authors for one page.
std::vector<Page> plan_author_index_pages(const Catalog& catalog);
std::vector<Page> plan_free_pages(const Catalog& catalog);
// /reading-list/: the papers a reader saved; what it lists stands in the reader's browser.
std::vector<Page> plan_reading_list_pages(const Catalog& catalog);
// /feeds/: every feed of the site.
std::vector<Page> plan_feeds_pages(const Catalog& catalog);
// /search/: a list of where to look, and with script the search over everything.
std::vector<Page> plan_search_pages(const Catalog& catalog);
std::vector<Page> plan_not_found_pages(const Catalog& catalog);

// The page at an old address. `target` is an address of a page in `language`, `anchor` a place on it or
// empty.
struct RedirectFacts {
  std::string address;
  std::string target;
  std::string anchor;
  std::string language;
  base::SourceSpan span;
};
Page make_redirect_page(const Catalog& catalog, RedirectFacts facts);

}  // namespace paperboy::pages
