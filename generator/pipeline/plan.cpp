#include "pipeline/plan.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"

namespace paperboy::pipeline {

namespace {

std::string describe(const pages::Page& page) {
  if (page.span) {
    return page.span.source->path();
  }
  return "the " + page.kind + " page the program makes";
}

void report_clash(const pages::Page& first, const pages::Page& second, base::Diagnostics& diagnostics) {
  base::Diagnostic diagnostic;
  diagnostic.code = "address-clash";
  diagnostic.message = "two pages would have the address " + second.address + ": " + describe(first) +
                       " and " + describe(second);
  diagnostic.hint = "rename one of them, or give the series another `address` in content/site.yaml";
  diagnostic.span = second.span ? second.span : first.span;
  diagnostic.path = "content/site.yaml";
  if (second.span && first.span) {
    diagnostic.related.push_back({"the other page comes from here", first.span});
  }
  diagnostics.add(std::move(diagnostic));
}

// Two addresses that differ only in case are one file on many systems.
std::string clash_key(const pages::Page& page) {
  return base::to_lower_ascii(pages::output_path(page.address));
}

std::vector<pages::Page> without_clashes(std::vector<pages::Page> pages, base::Diagnostics& diagnostics) {
  std::unordered_map<std::string, std::size_t> taken(pages.size());
  std::vector<pages::Page> kept;
  kept.reserve(pages.size());
  for (pages::Page& page : pages) {
    if (!pages::is_safe_address_path(page.address)) {
      diagnostics.add({base::Severity::Error,
                       "bad-address",
                       "'" + page.address + "' cannot be a page's address",
                       page.span,
                       "content",
                       "addresses are made of letters, digits, '-', '_' and '.'",
                       {}});
      continue;
    }
    auto [place, added] = taken.try_emplace(clash_key(page), kept.size());
    if (added) {
      kept.push_back(std::move(page));
    } else {
      report_clash(kept[place->second], page, diagnostics);
    }
  }
  return kept;
}

}  // namespace

std::vector<pages::Page> list_pages(const pages::Catalog& catalog, std::size_t threads) {
  using PlanKind = std::vector<pages::Page> (*)(const pages::Catalog& catalog);
  constexpr PlanKind kKinds[] = {
      pages::plan_home_pages,         pages::plan_series_pages, pages::plan_edition_pages,
      pages::plan_rollup_pages,       pages::plan_topic_pages,  pages::plan_paper_pages,
      pages::plan_author_pages,       pages::plan_source_pages, pages::plan_index_pages,
      pages::plan_author_index_pages, pages::plan_free_pages,   pages::plan_reading_list_pages,
      pages::plan_feeds_pages,        pages::plan_search_pages, pages::plan_not_found_pages,
  };
  std::vector<std::vector<pages::Page>> kinds(std::size(kKinds));
  base::parallel_for(kinds.size(), threads, [&](std::size_t kind) { kinds[kind] = kKinds[kind](catalog); });
  std::vector<pages::Page*> order;
  for (std::vector<pages::Page>& kind : kinds) {
    for (pages::Page& page : kind) {
      order.push_back(&page);
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const pages::Page* a, const pages::Page* b) { return a->address < b->address; });
  std::vector<pages::Page> pages;
  pages.reserve(order.size());
  for (pages::Page* page : order) {
    pages.push_back(std::move(*page));
  }
  return pages;
}

std::vector<pages::Page> plan_pages(const pages::Catalog& catalog, std::size_t threads,
                                    base::Diagnostics& diagnostics) {
  return without_clashes(list_pages(catalog, threads), diagnostics);
}

pages::AddressList addresses_of(const std::vector<pages::Page>& pages) {
  std::vector<std::string_view> addresses;
  addresses.reserve(pages.size());
  for (const pages::Page& page : pages) {
    addresses.push_back(page.address);
  }
  return pages::AddressList(std::move(addresses));
}

}  // namespace paperboy::pipeline
