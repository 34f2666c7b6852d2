#include "base/text.h"
#include "pages/page.h"

namespace paperboy::pages {

Page make_redirect_page(const Catalog& catalog, RedirectFacts facts) {
  Page page{"redirect", facts.language, facts.address, facts.span, "", {}};
  page.build = [&catalog, facts = std::move(facts)] {
    PageView view = make_page_view(
        catalog, {"redirect", facts.language, catalog.phrase(facts.language, "page_moved"), "", {}},
        {{facts.language, facts.address}});
    view.url = catalog.addresses.url(facts.target);
    RedirectView content{catalog.addresses.href(facts.target)};
    if (!facts.anchor.empty())
      content.target += "#" + base::percent_encode_path(facts.anchor);
    view.content = std::move(content);
    return view;
  };
  return page;
}

}  // namespace paperboy::pages
