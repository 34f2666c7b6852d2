#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pages/page.h"

namespace paperboy::pipeline {

// All pages of the site that are wanted (Catalog::wanted), sorted by address; perhaps others.
std::vector<pages::Page> list_pages(const pages::Catalog& catalog, std::size_t threads);
// The same, and checked. Two sources for one address, and addresses that could leave the
// site's folder, are errors; nothing is planned for them.
std::vector<pages::Page> plan_pages(const pages::Catalog& catalog, std::size_t threads,
                                    base::Diagnostics& diagnostics);

pages::AddressList addresses_of(const std::vector<pages::Page>& pages);

}  // namespace paperboy::pipeline
