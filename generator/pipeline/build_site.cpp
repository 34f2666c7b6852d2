#include "pipeline/build_site.h"

#include <algorithm>

#include "base/cache.h"
#include "base/output_folder.h"
#include "base/text.h"
#include "markup/math.h"
#include "model/accept.h"
#include "model/site_address.h"
#include "outputs/outputs.h"
#include "pages/archive_index.h"
#include "pages/catalog.h"
#include "pages/content_link.h"
#include "pages/permanent.h"
#include "pipeline/card_fonts.h"
#include "pipeline/check_links.h"
#include "pipeline/layouts.h"
#include "pipeline/link.h"
#include "pipeline/load.h"
#include "pipeline/plan.h"
#include "pipeline/redirects.h"
#include "pipeline/render.h"
#include "pipeline/write.h"

namespace paperboy::pipeline {

namespace {

void move_site(model::Site& site, const std::string& base_url) {
  if (std::optional<model::BaseAddress> address = model::parse_base_url(base_url)) {
    site.base_url = address->url;
    site.base_path = address->path;
  }
}

std::vector<outputs::Output> asset_outputs(const Layouts& layouts) {
  std::vector<outputs::Output> outputs;
  for (const auto& [name, asset] : *layouts.assets) {
    outputs.push_back({asset.output_path, asset.bytes});
  }
  return outputs;
}

std::vector<FileSize> largest_pages(const std::vector<outputs::Output>& outputs) {
  constexpr std::size_t kShown = 3;
  std::vector<FileSize> sizes;
  for (const outputs::Output& output : outputs) {
    if (base::ends_with(output.path, ".html")) {
      sizes.push_back({output.path, output.bytes.size()});
    }
  }
  const auto is_larger = [](const FileSize& a, const FileSize& b) {
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.path < b.path;
  };
  const auto shown = sizes.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, sizes.size()));
  std::partial_sort(sizes.begin(), shown, sizes.end(), is_larger);
  sizes.erase(shown, sizes.end());
  return sizes;
}

BuildReport count_outputs(const model::Archive& archive, std::size_t pages,
                          const std::vector<outputs::Output>& outputs) {
  BuildReport report;
  report.pages = pages;
  report.papers = archive.papers.size();
  report.editions = archive.editions.size();
  report.files = outputs.size();
  for (const outputs::Output& output : outputs) {
    report.bytes += output.bytes.size();
  }
  report.largest = largest_pages(outputs);
  if (!archive.editions.empty()) {
    report.days =
        base::day_number(archive.editions.back().date) - base::day_number(archive.editions.front().date) + 1;
  }
  return report;
}

std::vector<outputs::Output> make_outputs(const pages::Catalog& catalog,
                                          const std::vector<pages::Page>& pages,
                                          const BuildOptions& options) {
  // A check reads no pictures, so none are drawn for it.
  const bool draws_cards = options.output && catalog.archive.site.look.show.cards;
  base::Cache cards(draws_cards ? options.root : std::filesystem::path(), ".paperboy/cache/cards");
  return outputs::write_outputs({catalog, pages, options.threads, draws_cards ? &cards : nullptr});
}

BuildReport write_outputs(const BuildOptions& options, const std::vector<outputs::Output>& outputs,
                          BuildReport report) {
  base::Result<base::OutputFolder> folder = base::OutputFolder::open(*options.output);
  if (!folder) {
    report.failure = {WriteFailure::Kind::Refused, folder.error().message};
    return report;
  }
  base::Result<WriteReport> written = write_site(*folder, outputs, options.threads);
  if (!written) {
    report.failure = {WriteFailure::Kind::Failed, written.error().message};
    return report;
  }
  report.written = written->written;
  report.removed = written->removed;
  return report;
}

}  // namespace

// The passes, in order. Diagnostics are collected; where a pass needs sound input, the build stops before it.
BuildReport build_site(const base::FileSystem& files, const BuildOptions& options, base::SourceStore& sources,
                       base::Diagnostics& diagnostics) {
  const auto begin_pass = [&](std::string_view name) {
    if (options.on_pass) {
      options.on_pass(name);
    }
  };

  begin_pass("load");
  model::Archive archive = load_archive(files, sources, options.threads, diagnostics);
  if (archive.site.base_url.empty()) {
    return BuildReport{};  // no usable site.yaml: everything else would be a consequence
  }
  move_site(archive.site, options.base_url);

  begin_pass("link");
  link_archive(archive, diagnostics);
  // Beyond this point no paper or edition is added, changed or dropped.

  if (options.output) {
    check_card_fonts(archive.site,
                     diagnostics);  // pages name their pictures, so it must be known before them
  }

  begin_pass("compile");
  Layouts layouts = load_layouts(files, sources, archive.site, diagnostics);

  begin_pass("plan");
  markup::MathRenderer math;
  pages::Texts texts;
  pages::add_tex_texts(archive, texts);
  base::Diagnostics found;
  texts.convert(math, {}, options.threads, found);  // names first: authors' addresses come from them
  pages::ArchiveIndex index = pages::index_archive(archive, texts);
  pages::Addresses addresses(archive.site);
  pages::Catalog catalog{archive, addresses, texts, index, layouts.phrases, {}, {}};
  std::vector<pages::Page> pages = plan_pages(catalog, diagnostics);
  const std::size_t page_count = pages.size();
  Redirects redirects = plan_redirects(catalog, pages, layouts, diagnostics);
  std::move(redirects.pages.begin(), redirects.pages.end(), std::back_inserter(pages));
  pages::check_permanence(options.earlier_addresses, pages, diagnostics);
  for (const pages::Page& page : pages) {
    catalog.planned.insert(page.address);
  }
  // Beyond this point every address is final, so links may be written.
  pages::ContentLinks links(archive, addresses, catalog.planned, layouts.asset_addresses);
  pages::add_markdown_texts(archive, texts);
  texts.convert(
      math,
      [&](std::string_view target, std::string_view language) { return links.resolve(target, language); },
      options.threads, found);
  links.check(texts, found);
  for (base::Diagnostic& diagnostic : model::without_accepted(found.sorted(), archive)) {
    diagnostics.add(std::move(diagnostic));
  }
  pages::fill_catalog(catalog, options.threads);
  if (diagnostics.has_errors()) {
    return count_outputs(archive, page_count, {});  // checkpoint: content and layouts are sound
  }

  begin_pass("render");
  std::vector<outputs::Output> outputs =
      render_pages(pages, catalog, links, layouts, options.threads, diagnostics);
  for (outputs::Output& asset : asset_outputs(layouts)) {
    outputs.push_back(std::move(asset));
  }
  begin_pass("outputs");
  std::vector<outputs::Output> beside_pages = make_outputs(catalog, pages, options);
  std::move(beside_pages.begin(), beside_pages.end(), std::back_inserter(outputs));
  redirects.places.merge(links.written_places(texts));
  check_links(pages, outputs, archive.site.base_path, redirects.places, options.threads, diagnostics);
  BuildReport report = count_outputs(archive, page_count, outputs);
  if (diagnostics.has_errors() || !options.output) {
    return report;  // checkpoint: a half-right site is never written
  }

  begin_pass("write");
  return write_outputs(options, outputs, report);
}

}  // namespace paperboy::pipeline
