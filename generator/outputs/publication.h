#pragma once

#include <cstddef>
#include <vector>

#include "base/cache.h"
#include "base/trace.h"
#include "pages/catalog.h"
#include "pages/page.h"

namespace paperboy::outputs {

// What the site says, for everything that is written beside its pages: feeds, citations, data, search.
struct Publication {
  const pages::Catalog& catalog;          // with the views of every language
  const std::vector<pages::Page>& pages;  // all of the site, redirects too, each with its address
  std::size_t threads = 1;
  base::Trace* trace = nullptr;
  base::Cache* card_cache = nullptr;  // where share cards are kept between builds; null: none are drawn
  pages::MadeViews made_views = pages::MadeViews::Keep;
};

}  // namespace paperboy::outputs
