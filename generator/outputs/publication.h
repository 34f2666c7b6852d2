#pragma once

#include <cstddef>
#include <vector>

#include "base/cache.h"
#include "base/trace.h"
#include "pages/catalog.h"
#include "pages/page.h"

namespace paperboy::outputs {

// Whether facts are those of the build before; Other also where there was none.
enum class Facts { Same, Other };

// What the site says, for everything that is written beside its pages: feeds, citations, data, search.
struct Publication {
  const pages::Catalog& catalog;  // with the views of every language
  // All of the site, redirects too, each with its address; where facts are the same, perhaps only some.
  const std::vector<pages::Page>& pages;
  std::size_t threads = 1;
  base::Trace* trace = nullptr;
  base::Cache* card_cache = nullptr;  // where share cards are kept between builds; null: none are drawn
  pages::MadeViews made_views = pages::MadeViews::Keep;
  Facts facts = Facts::Other;
};

}  // namespace paperboy::outputs
