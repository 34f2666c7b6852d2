#include "pages/paging.h"

#include <algorithm>
#include <map>

namespace paperboy::pages {

namespace {

LinkView page_link(const Catalog& catalog, std::string_view language, const PagedList& list,
                   std::size_t page) {
  std::string address = list.versions(page).find(language)->second;
  return {std::to_string(page), catalog.addresses.href(address), "", false};
}

base::YearMonth month_of(const Catalog& catalog, const model::Appearance& appearance) {
  return base::year_month(catalog.archive.editions[appearance.edition].date);
}

// Every month of the list, newest first, with a link to the page on which it begins.
std::vector<CountView> month_index(const Catalog& catalog, std::string_view language, const PaperList& list) {
  std::vector<CountView> months;
  for (std::size_t item = 0; item < list.appearances.size(); ++item) {
    base::YearMonth month = month_of(catalog, list.appearances[item]);
    std::string label = base::to_string(month);
    if (months.empty() || months.back().label != label) {
      std::size_t page = list.paging.page_of(item);
      std::string address =
          list.paging.is_front(page) ? "" : page_link(catalog, language, list, page).address;
      months.push_back({label, address + "#" + month_anchor(month), "", 0});
    }
    ++months.back().count;
  }
  return months;
}

}  // namespace

Paging::Paging(std::size_t items, std::size_t size) : items_(items), size_(size), count_(1) {
  if (size > 0 && items > 2 * size) {
    count_ = (items + size - 1) / size - 1;
  }
}

ItemRange Paging::items(std::size_t page) const {
  std::size_t oldest = (page - 1) * size_;
  std::size_t beyond = is_front(page) ? items_ : page * size_;
  return {items_ - beyond, items_ - oldest};
}

std::size_t Paging::page_of(std::size_t item) const {
  return size_ == 0 ? 1 : std::min((items_ - 1 - item) / size_ + 1, count_);
}

Versions PagedList::versions(std::size_t page) const {
  Versions addresses = front;
  if (!paging.is_front(page)) {
    for (auto& [language, address] : addresses) {
      address += std::to_string(page) + "/";
    }
  }
  return addresses;
}

std::vector<EntryGroupView> PaperList::groups(const Catalog& catalog, std::string_view language,
                                              std::size_t page) const {
  ItemRange range = paging.items(page);
  auto first = appearances.begin();
  std::vector<model::Appearance> shown(first + static_cast<std::ptrdiff_t>(range.first),
                                       first + static_cast<std::ptrdiff_t>(range.last));
  return group_by_month(catalog, language, shown);
}

PagingView PaperList::view(const Catalog& catalog, std::string_view language, std::size_t page) const {
  PagingView view = make_paging_view(catalog, language, *this, page);
  if (paging.is_front(page)) {
    view.months = month_index(catalog, language, *this);
  }
  return view;
}

void append_pages(std::vector<Page>& pages, const Catalog& catalog, std::string kind,
                  std::string_view section, base::SourceSpan span,
                  const std::shared_ptr<const PagedList>& list,
                  const std::function<PageView(const std::string& language, std::size_t page)>& build,
                  const base::ShowsChanged& shows_changed) {
  for (std::size_t page = 1; page <= list->paging.count(); ++page) {
    const bool is_front = list->paging.is_front(page);
    const Versions numbered = is_front ? Versions() : list->versions(page);
    for (const auto& [language, address] : is_front ? list->front : numbered) {
      if (!catalog.wants(address)) {
        continue;
      }
      std::string belongs_to =
          section.empty() ? list->front.at(language) : catalog.addresses.index(language, section);
      pages.push_back({kind, language, address, span, std::move(belongs_to),
                       [build, language = language, page] { return build(language, page); }, shows_changed});
    }
  }
}

std::size_t list_page_size(const Catalog& catalog) {
  return static_cast<std::size_t>(std::max(catalog.archive.site.list_page_size, 0));
}

PagingView make_paging_view(const Catalog& catalog, std::string_view language, const PagedList& list,
                            std::size_t page) {
  PagingView view;
  view.number = page;
  view.count = list.paging.count();
  view.by_date = true;
  if (!list.paging.is_front(page)) {
    view.previous = page_link(catalog, language, list, page + 1);
    view.front = page_link(catalog, language, list, list.paging.count());
  }
  if (page > 1) {
    view.next = page_link(catalog, language, list, page - 1);
  }
  return view;
}

PageFacts number_facts(const Catalog& catalog, PageFacts facts, const PagedList& list, std::size_t page) {
  if (!list.paging.is_front(page)) {
    std::string address = list.front.find(facts.language)->second;
    facts.breadcrumbs.push_back({facts.title, catalog.addresses.href(address), "", false});
    facts.title = catalog.phrase(facts.language, "numbered_title",
                                 {{"title", facts.title}, {"number", std::to_string(page)}});
    facts.description = catalog.phrase(facts.language, "page_number", {{"number", std::to_string(page)}}) +
                        catalog.phrase(facts.language, "colon") + facts.description;
  }
  return facts;
}

}  // namespace paperboy::pages
