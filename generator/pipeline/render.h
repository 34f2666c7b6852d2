#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "base/trace.h"
#include "outputs/site_files.h"
#include "pages/content_link.h"
#include "pages/page.h"
#include "pipeline/check_links.h"
#include "pipeline/layouts.h"

namespace paperboy::pipeline {

// What pages are made from.
struct Rendering {
  const std::vector<pages::Page>& pages;
  const pages::Catalog& catalog;
  const pages::ContentLinks& links;
  const Layouts& layouts;
  std::size_t threads = 1;
  base::Trace* trace = nullptr;
  pages::MadeViews made_views = pages::MadeViews::Keep;  // once the pages of their language are made
};

// The check of the links of these pages, which outlive it.
LinkCheck check_of(const std::vector<pages::Page>& pages, const model::Site& site, std::size_t threads);

// Every page through its layout, one language after the other, to `files`, and to `link_check` by its number.
// Mistakes are reported the same whatever the number of threads.
void render_pages(const Rendering& rendering, outputs::SiteFiles& files, LinkCheck& link_check,
                  base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
