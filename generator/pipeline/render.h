#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "outputs/output.h"
#include "pages/content_link.h"
#include "pages/page.h"
#include "pipeline/layouts.h"

namespace paperboy::pipeline {

// Every page through its layout, in the order of the pages, whatever the number of threads.
std::vector<outputs::Output> render_pages(const std::vector<pages::Page>& pages,
                                          const pages::Catalog& catalog, const pages::ContentLinks& links,
                                          const Layouts& layouts, std::size_t threads,
                                          base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
