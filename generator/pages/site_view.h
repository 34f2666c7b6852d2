#pragma once

#include "pages/catalog.h"
#include "pages/content_link.h"
#include "pages/page.h"
#include "pages/page_view.h"

namespace paperboy::pages {

// What every layout knows of the site, seen from one page: its series and menu, with the part that the page
// belongs to marked.
SiteView make_site_view(const Catalog& catalog, const ContentLinks& links, const Page& page);

}  // namespace paperboy::pages
