#include "pipeline/render.h"

#include <set>
#include <string>
#include <tuple>

#include "base/parallel.h"
#include "pages/site_view.h"
#include "pages/structured_data.h"
#include "pages/view_types.h"

namespace paperboy::pipeline {

namespace {

std::string render_page(const pages::Page& page, const Rendering& rendering, base::Diagnostics& diagnostics) {
  const templates::Environment& environment = rendering.layouts.environments.find(page.language)->second;
  std::string layout = page.kind + ".html";
  pages::PageView page_view = page.build();
  pages::SiteView site_view = pages::make_site_view(rendering.catalog, rendering.links, page);
  page_view.structured_data = pages::structured_data(page_view, site_view);
  return environment
      .render(layout, {{"page", templates::ref(page_view)}, {"site", templates::ref(site_view)}}, diagnostics)
      .text;
}

// A mistake in a part that all pages share is one mistake, however many pages meet it.
void add_once_a_place(const base::Diagnostics& found, base::Diagnostics& diagnostics) {
  std::set<std::tuple<const base::Source*, std::uint32_t, std::string>> seen;
  for (base::Diagnostic& diagnostic : found.sorted()) {
    if (seen.emplace(diagnostic.span.source, diagnostic.span.begin, diagnostic.code).second) {
      diagnostics.add(std::move(diagnostic));
    }
  }
}

}  // namespace

LinkCheck check_of(const std::vector<pages::Page>& pages, const model::Site& site) {
  return {pages.size(), [&pages](std::size_t page) { return pages::output_path(pages[page].address); },
          site.base_path};
}

void render_pages(const Rendering& rendering, outputs::SiteFiles& files, LinkCheck& link_check,
                  base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  base::parallel_for(rendering.pages.size(), rendering.threads, [&](std::size_t number) {
    const pages::Page& page = rendering.pages[number];
    const base::Trace::Span span(rendering.trace, page.address);
    const std::string path = pages::output_path(page.address);
    files.add(path, [&] {
      std::string html = render_page(page, rendering, found);
      link_check.add_page(number, html, diagnostics);
      return html;
    });
  });
  add_once_a_place(found, diagnostics);
}

}  // namespace paperboy::pipeline
