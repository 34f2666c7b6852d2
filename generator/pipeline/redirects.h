#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "pages/page.h"
#include "pipeline/check_links.h"
#include "pipeline/layouts.h"

namespace paperboy::pipeline {

// All pages of a site, and where the targets of its redirects were written.
struct PlannedPages {
  std::vector<pages::Page> pages;  // redirects come last
  WrittenPlaces places;
};

// One page for each old address of content/redirects.yaml, of editions and of free pages. An old address must
// be free and able to be a file below site/; a new one must be that of a page, at once or by way of other
// redirects. Whatever is not is reported, and no page is made for it. `pages` are all others.
PlannedPages with_redirects(const pages::Catalog& catalog, std::vector<pages::Page> pages,
                            const Layouts& layouts, base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
