#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/diagnostic.h"
#include "outputs/output.h"
#include "pages/content_link.h"
#include "pages/page.h"
#include "pipeline/layouts.h"

namespace paperboy::pipeline {

// Takes a finished page and its number among the pages; called from several threads.
using TakePage = std::function<void(std::size_t number, outputs::Output page)>;

// Every page through its layout, in no particular order. Mistakes are reported the same whatever the number
// of threads.
void render_pages(const std::vector<pages::Page>& pages, const pages::Catalog& catalog,
                  const pages::ContentLinks& links, const Layouts& layouts, std::size_t threads,
                  base::Diagnostics& diagnostics, const TakePage& take);

}  // namespace paperboy::pipeline
