#include "pipeline/make_site.h"

#include <memory>
#include <optional>
#include <utility>

#include "base/allocator.h"
#include "base/cache.h"
#include "base/output_folder.h"
#include "markup/math.h"
#include "model/accept.h"
#include "outputs/outputs.h"
#include "pages/archive_index.h"
#include "pages/catalog.h"
#include "pages/content_link.h"
#include "pages/permanent.h"
#include "pipeline/archive_facts.h"
#include "pipeline/check_links.h"
#include "pipeline/formula_cache.h"
#include "pipeline/kept_values.h"
#include "pipeline/plan.h"
#include "pipeline/record_files.h"
#include "pipeline/redirects.h"
#include "pipeline/render.h"
#include "pipeline/site_writer.h"

namespace paperboy::pipeline {

namespace {

// None for a check.
base::Result<std::optional<base::OutputFolder>> open_output(const BuildOptions& options) {
  if (!options.output) {
    return std::optional<base::OutputFolder>();
  }
  base::Result<base::OutputFolder> opened = base::OutputFolder::open(*options.output);
  if (!opened) {
    return opened.error();
  }
  return std::optional<base::OutputFolder>(*std::move(opened));
}

void add_assets(const Layouts& layouts, SiteWriter& writer) {
  for (const auto& [name, asset] : *layouts.assets) {
    writer.add(asset.output_path, [&] { return asset.bytes; });
  }
}

}  // namespace

// Diagnostics are collected; where a pass needs sound input, the build stops before it.
BuildReport make_site(const SiteWork& work, const std::string& why, base::Diagnostics& diagnostics) {
  const BuildOptions& options = work.options;
  const model::Archive& archive = work.archive;

  work.begin_pass("plan");
  auto math = std::make_unique<markup::MathRenderer>();
  FormulaCache formulas(work.kept, work.program, *math);
  pages::Texts texts;
  pages::add_tex_texts(archive, texts);
  base::Diagnostics found;
  texts.convert(*math, {}, options.threads, found);  // names first: authors' addresses come from them
  KeptValues values(work.last_build.values(), work.parts);
  pages::ArchiveIndex index = pages::index_archive(archive, texts, values);
  pages::Addresses addresses(archive.site);
  pages::Catalog catalog(archive, addresses, texts, index, work.layouts.phrases, values);
  std::vector<pages::Page> own_pages = plan_pages(catalog, options.threads, diagnostics);
  BuildReport report = report_archive(archive, own_pages.size());
  auto [pages, places] = with_redirects(catalog, std::move(own_pages), work.layouts, diagnostics);
  pages::check_permanence(options.earlier_addresses, pages, diagnostics);
  catalog.planned = addresses_of(pages);
  // Beyond this point every address is final, so links may be written.
  pages::ContentLinks links(archive, addresses, catalog.planned, work.layouts.asset_addresses);
  pages::add_markdown_texts(archive, texts);
  texts.convert(
      *math,
      [&](std::string_view target, std::string_view language) { return links.resolve(target, language); },
      options.threads, found);
  formulas.keep();
  math.reset();  // its engines take much room
  links.check(texts, found);
  const std::vector<base::Diagnostic> found_in_texts = found.sorted();
  for (base::Diagnostic& diagnostic : model::without_accepted(found_in_texts, archive)) {
    diagnostics.add(std::move(diagnostic));
  }
  pages::fill_catalog(catalog, options.threads);
  base::return_free_memory();
  if (diagnostics.has_errors()) {
    return report;  // checkpoint: content and layouts are sound
  }
  const std::size_t sound = diagnostics.sorted().size();

  base::Result<std::optional<base::OutputFolder>> folder = open_output(options);
  if (!folder) {
    report.failure = {WriteFailure::Kind::Refused, folder.error().message};
    return report;
  }
  SiteWriter writer(*std::move(folder), work.parts);

  work.begin_pass("render");
  LinkCheck link_check = check_of(pages, archive.site, options.threads);
  render_pages(
      {pages, catalog, links, work.layouts, options.threads, options.trace, pages::MadeViews::GiveUp}, writer,
      link_check, diagnostics);
  for (pages::Page& page : pages) {
    page.build = nullptr;  // what it kept takes room
  }
  base::return_free_memory();
  add_assets(work.layouts, writer);
  work.begin_pass("outputs");
  // A check reads no pictures, so none are drawn for it.
  const bool draws_cards = options.output && archive.site.look.show.cards;
  base::Cache cards(work.kept, ".paperboy/cache/cards");
  outputs::write_outputs({catalog, pages, options.threads, options.trace, draws_cards ? &cards : nullptr,
                          pages::MadeViews::GiveUp},
                         writer);
  base::return_free_memory();

  work.begin_pass("check links");
  places.merge(links.written_places(texts));
  link_check.report(paths_of(writer.files()), places, diagnostics);
  report_files(sizes_of(writer.files()), report);
  report.made = report.files;
  if (diagnostics.has_errors() || !options.output) {
    return report;  // checkpoint: a half-right site is never shown
  }

  work.begin_pass("publish");
  ArchiveFacts facts = work.kept.empty() ? ArchiveFacts{} : describe_archive(catalog, links);
  // Nothing is made any more: what it was made from goes, since the record takes room, too.
  catalog.languages.clear();
  texts = pages::Texts();
  base::return_free_memory();
  const base::Result<WriteReport> published = writer.publish();
  if (!published) {
    report.failure = {WriteFailure::Kind::Failed, published.error().message};
    return report;
  }
  report.written = published->written;
  report.removed = published->removed;
  if (work.kept.empty()) {
    return report;
  }
  SiteRecord record = record_files(work, writer, pages, link_check, why);
  // What is told of finished pages is told again only when they are made again.
  record.is_updatable = diagnostics.sorted().size() == sound;
  record.values = values.records();
  record.facts = std::move(facts);
  finish_site(work, std::move(record), report, diagnostics, found_in_texts);
  return report;
}

}  // namespace paperboy::pipeline
