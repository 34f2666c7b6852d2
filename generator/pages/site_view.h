#pragma once

#include <map>
#include <mutex>
#include <string_view>
#include <utility>

#include "pages/catalog.h"
#include "pages/content_link.h"
#include "pages/page.h"
#include "pages/page_view.h"

namespace paperboy::pages {

// What every layout knows of the site, seen from one page: its series and menu, with the part that the page
// belongs to marked. Pages of one language that belong to one part see the same; it is made when the first of
// them asks. Any thread may ask; the pages must outlive this.
class SiteViews {
 public:
  SiteViews(const Catalog& catalog, const ContentLinks& links) : catalog_(catalog), links_(links) {}

  const SiteView& seen_from(const Page& page);

 private:
  const Catalog& catalog_;
  const ContentLinks& links_;
  std::mutex mutex_;
  std::map<std::pair<std::string_view, std::string_view>, SiteView> views_;  // by language and section
};

}  // namespace paperboy::pages
