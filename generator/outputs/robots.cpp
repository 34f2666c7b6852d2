#include "outputs/outputs.h"

namespace paperboy::outputs {

// https://www.rfc-editor.org/rfc/rfc9309. Below a path (a project's site) crawlers do not read it: pages that
// are not to be listed say so themselves.
std::vector<Output> robots(const Publication& publication) {
  return {{"robots.txt", "User-agent: *\nAllow: /\n\nSitemap: " +
                             publication.catalog.addresses.url("/sitemap.xml") + "\n"}};
}

}  // namespace paperboy::outputs
