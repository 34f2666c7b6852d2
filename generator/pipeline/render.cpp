#include "pipeline/render.h"

#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "base/parallel.h"
#include "pages/site_view.h"
#include "pages/structured_data.h"
#include "pages/view_types.h"

namespace paperboy::pipeline {

namespace {

std::string render_page(const pages::Page& page, const Rendering& rendering, const pages::SiteView& site_view,
                        base::Diagnostics& diagnostics) {
  const templates::Environment& environment = rendering.layouts.environments.find(page.language)->second;
  std::string layout = page.kind + ".html";
  pages::PageView page_view = page.build();
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

std::vector<std::size_t> pages_in(const std::vector<pages::Page>& pages, std::string_view language) {
  std::vector<std::size_t> numbers;
  for (std::size_t number = 0; number < pages.size(); ++number) {
    if (pages[number].language == language) {
      numbers.push_back(number);
    }
  }
  return numbers;
}

}  // namespace

LinkCheck check_of(const std::vector<pages::Page>& pages, const model::Site& site, std::size_t threads) {
  return {pages.size(), [&pages](std::size_t page) { return pages::output_path(pages[page].address); },
          site.base_path, threads};
}

void render_pages(const Rendering& rendering, outputs::SiteFiles& files, LinkCheck& link_check,
                  base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  pages::SiteViews site_views(rendering.catalog, rendering.links);
  for (const auto& [language, views] : rendering.catalog.languages) {
    const std::vector<std::size_t> numbers = pages_in(rendering.pages, language);
    base::parallel_for(numbers.size(), rendering.threads, [&](std::size_t at) {
      const pages::Page& page = rendering.pages[numbers[at]];
      const base::Trace::Span span(rendering.trace, page.address);
      files.add(pages::output_path(page.address), [&] {
        std::string html = render_page(page, rendering, site_views.seen_from(page), found);
        link_check.add_page(numbers[at], html, diagnostics);
        return html;
      });
    });
    if (rendering.made_views == pages::MadeViews::GiveUp) {
      views.forget_views(rendering.threads);
    }
  }
  add_once_a_place(found, diagnostics);
}

}  // namespace paperboy::pipeline
