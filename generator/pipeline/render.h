#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/diagnostic.h"
#include "base/trace.h"
#include "outputs/output.h"
#include "pages/content_link.h"
#include "pages/page.h"
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
};

// Takes a finished page and its number among the pages; called from several threads.
using TakePage = std::function<void(std::size_t number, const outputs::Output& page)>;

// Every page through its layout, in no particular order. Mistakes are reported the same whatever the number
// of threads.
void render_pages(const Rendering& rendering, base::Diagnostics& diagnostics, const TakePage& take);

}  // namespace paperboy::pipeline
