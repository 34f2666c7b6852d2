#pragma once

#include "base/html.h"
#include "pages/page_view.h"

namespace paperboy::pages {

// What a page is, as JSON-LD in the words of https://schema.org, ready to stand within a script element: a
// paper a ScholarlyArticle, an edition a PublicationIssue, lists a CollectionPage, the front page the
// WebSite. Addresses are absolute and of pages of this site. Short on purpose: abstracts and long lists of
// authors stand in the page, and pages of papers, which are many, go without their way from home. Empty for
// redirects and what is no content.
base::Html structured_data(const PageView& page, const SiteView& site);

}  // namespace paperboy::pages
