#include "outputs/outputs.h"

namespace paperboy::outputs {

// https://www.rfc-editor.org/rfc/rfc9309. Below a path (a project's site) crawlers do not read it: pages that
// are not to be listed say so themselves.
void robots(const Publication& publication, SiteFiles& files) {
  files.add("robots.txt", [&] {
    return "User-agent: *\nAllow: /\n\nSitemap: " + publication.catalog.addresses.url("/sitemap.xml") + "\n";
  });
}

}  // namespace paperboy::outputs
