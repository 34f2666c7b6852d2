#include "base/text.h"
#include "model/site_address.h"
#include "outputs/outputs.h"

namespace paperboy::outputs {

// What publishing from a branch needs: a sign that Jekyll has nothing to do, and the name of the host when
// the site has one of its own. Publishing by a workflow reads neither.
// https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site
void github_pages(const Publication& publication, SiteFiles& files) {
  files.add(".nojekyll", [] { return std::string(); });
  const model::Site& site = publication.catalog.archive.site;
  const std::string host = model::host_of(site.base_url);
  const bool is_own_domain = site.base_path == "/" && !base::ends_with(host, ".github.io") &&
                             host != "localhost" && host.find('.') != std::string::npos;
  if (is_own_domain) {
    files.add("CNAME", [&] { return host + "\n"; });
  }
}

}  // namespace paperboy::outputs
