#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "pages/entry_groups.h"
#include "pages/page.h"

namespace paperboy::pages {

// Items [first, last) of a list.
struct ItemRange {
  std::size_t first = 0;
  std::size_t last = 0;

  friend bool operator==(const ItemRange&, const ItemRange&) = default;
};

// How a list whose newest item comes first is cut into pages. Pages are numbered from the oldest: page k
// holds the items (k-1)·size to k·size counted from the oldest, so a full page keeps its items when the list
// grows. The last page is the front page: it has no number in its address and holds the newest items, more
// than `size` and at most twice as many. A list of at most twice `size` items is the front page alone.
class Paging {
 public:
  // `size` 0: the list is never cut.
  Paging(std::size_t items, std::size_t size);

  std::size_t count() const { return count_; }  // at least 1; also the number of the front page
  bool is_front(std::size_t page) const { return page == count_; }
  // The items of page 1 … count(), newest first.
  ItemRange items(std::size_t page) const;
  // The page of an item.
  std::size_t page_of(std::size_t item) const;

 private:
  std::size_t items_;
  std::size_t size_;
  std::size_t count_;
};

// The pages of one list in all its languages: the front page at `front`, the others at numbers below it.
struct PagedList {
  PagedList(Versions front_versions, std::size_t items, std::size_t size)
      : front(std::move(front_versions)), paging(items, size) {}

  Versions front;
  Paging paging;

  // Where a page lives, in each language.
  Versions versions(std::size_t page) const;
};

// Papers as topics, authors, categories and sources list them: newest first, each once.
struct PaperList : PagedList {
  PaperList(Versions front_versions, std::vector<model::Appearance> papers, std::size_t size)
      : PagedList(std::move(front_versions), papers.size(), size), appearances(std::move(papers)) {}

  std::vector<model::Appearance> appearances;

  // The papers of a page under a heading per month.
  std::vector<EntryGroupView> groups(const Catalog& catalog, std::string_view language,
                                     std::size_t page) const;
  // Where the page stands in the list; on the front page with an index of all months.
  PagingView view(const Catalog& catalog, std::string_view language, std::size_t page) const;
};

// Appends every page of a list that is wanted, each version once. `section` is the name of the index the list
// belongs to, empty when its own front page is the section; `build` may run on any thread.
void append_pages(std::vector<Page>& pages, const Catalog& catalog, std::string kind,
                  std::string_view section, base::SourceSpan span,
                  const std::shared_ptr<const PagedList>& list,
                  const std::function<PageView(const std::string& language, std::size_t page)>& build,
                  const base::ShowsChanged& shows_changed = {});

// How many papers or editions a page of a long list has (site.yaml, `lists`); 0: lists are never cut.
std::size_t list_page_size(const Catalog& catalog);

// Where a page stands among the others of its list, without months.
PagingView make_paging_view(const Catalog& catalog, std::string_view language, const PagedList& list,
                            std::size_t page);

// The parts of a numbered page that say which one it is: its title, and the way back to the front page.
PageFacts number_facts(const Catalog& catalog, PageFacts facts, const PagedList& list, std::size_t page);

}  // namespace paperboy::pages
