#include "pipeline/build_site.h"

#include <algorithm>
#include <iterator>

#include "base/cache.h"
#include "base/output_folder.h"
#include "base/program.h"
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
#include "pipeline/kept_editions.h"
#include "pipeline/last_build.h"
#include "pipeline/layouts.h"
#include "pipeline/link.h"
#include "pipeline/load.h"
#include "pipeline/plan.h"
#include "pipeline/redirects.h"
#include "pipeline/render.h"
#include "pipeline/site_writer.h"

namespace paperboy::pipeline {

namespace {

void move_site(model::Site& site, const std::string& base_url) {
  if (std::optional<model::BaseAddress> address = model::parse_base_url(base_url)) {
    site.base_url = address->url;
    site.base_path = address->path;
  }
}

// Formulas that builds before have set; another program may set them in another way.
class FormulaCache {
 public:
  // `math` gets what is known, and outlives this.
  FormulaCache(const std::filesystem::path& kept, std::string_view program, markup::MathRenderer& math)
      : cache_(kept, ".paperboy/cache/formulas"),
        program_(program),
        known_(cache_.find(program).value_or("")),
        math_(math) {
    math_.load(known_);
  }

  void keep() {
    if (const std::string all = math_.save(); all != known_) {
      cache_.store(program_, all);
      cache_.remove_unused();
    }
  }

 private:
  base::Cache cache_;
  std::string program_;
  std::string known_;
  markup::MathRenderer& math_;
};

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
    writer.take({asset.output_path, asset.bytes});
  }
}

std::vector<FileSize> largest_pages(const std::vector<FileSize>& files) {
  constexpr std::size_t kShown = 3;
  std::vector<FileSize> pages;
  std::copy_if(files.begin(), files.end(), std::back_inserter(pages),
               [](const FileSize& file) { return base::ends_with(file.path, ".html"); });
  const auto is_larger = [](const FileSize& a, const FileSize& b) {
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.path < b.path;
  };
  const auto shown = pages.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, pages.size()));
  std::partial_sort(pages.begin(), shown, pages.end(), is_larger);
  pages.erase(shown, pages.end());
  return pages;
}

BuildReport count_archive(const model::Archive& archive, std::size_t pages) {
  BuildReport report;
  report.pages = pages;
  report.papers = archive.papers.size();
  report.editions = archive.editions.size();
  if (!archive.editions.empty()) {
    report.days =
        base::day_number(archive.editions.back().date) - base::day_number(archive.editions.front().date) + 1;
  }
  return report;
}

void count_files(const std::vector<FileSize>& files, BuildReport& report) {
  report.files = files.size();
  for (const FileSize& file : files) {
    report.bytes += file.bytes;
  }
  report.largest = largest_pages(files);
}

}  // namespace

// The passes, in order. Diagnostics are collected; where a pass needs sound input, the build stops before it.
BuildReport build_site(const base::FileSystem& files, const BuildOptions& options, base::SourceStore& sources,
                       base::Diagnostics& diagnostics) {
  std::optional<base::Trace::Span> pass;
  const auto begin_pass = [&](std::string_view name) {
    pass.reset();
    pass.emplace(options.trace, name);
    if (options.on_pass) {
      options.on_pass(name);
    }
  };

  // A check leaves nothing behind.
  const std::filesystem::path kept = options.output ? options.root : std::filesystem::path();
  begin_pass("compare");
  const std::string program = base::program_digest();
  LastBuild last_build(files, options, kept, program);
  if (std::optional<BuildReport> same = last_build.same(sources, diagnostics)) {
    return *std::move(same);  // checkpoint: the site is what this build would write
  }

  begin_pass("load");
  KeptEditions editions(kept, program);
  model::Archive archive = load_archive(files, sources, editions, options.threads, diagnostics);
  if (archive.site.base_url.empty()) {
    return BuildReport{};  // no usable site.yaml: everything else would be a consequence
  }
  move_site(archive.site, options.base_url);

  begin_pass("link");
  link_archive(archive, diagnostics);
  // Beyond this point no paper or edition is added, changed or dropped.

  if (options.output) {
    // Pages name their pictures, so it must be known before them whether there are any.
    check_card_fonts(archive.site, diagnostics);
  }

  begin_pass("compile");
  Layouts layouts = load_layouts(files, sources, archive.site, diagnostics);

  begin_pass("plan");
  markup::MathRenderer math;
  FormulaCache formulas(kept, program, math);
  pages::Texts texts;
  pages::add_tex_texts(archive, texts);
  base::Diagnostics found;
  texts.convert(math, {}, options.threads, found);  // names first: authors' addresses come from them
  pages::ArchiveIndex index = pages::index_archive(archive, texts);
  pages::Addresses addresses(archive.site);
  base::NoMemo memo;
  pages::Catalog catalog(archive, addresses, texts, index, layouts.phrases, memo);
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
  formulas.keep();
  links.check(texts, found);
  for (base::Diagnostic& diagnostic : model::without_accepted(found.sorted(), archive)) {
    diagnostics.add(std::move(diagnostic));
  }
  pages::fill_catalog(catalog, options.threads);
  BuildReport report = count_archive(archive, page_count);
  if (diagnostics.has_errors()) {
    return report;  // checkpoint: content and layouts are sound
  }

  base::Result<std::optional<base::OutputFolder>> folder = open_output(options);
  if (!folder) {
    report.failure = {WriteFailure::Kind::Refused, folder.error().message};
    return report;
  }
  SiteWriter writer(*std::move(folder));

  begin_pass("render");
  LinkCheck link_check(pages.size(), archive.site.base_path);
  render_pages({pages, catalog, links, layouts, options.threads, options.trace}, diagnostics,
               [&](std::size_t number, const outputs::Output& page) {
                 link_check.add_page(number, page.path, page.bytes, diagnostics);
                 writer.take(page);
               });
  add_assets(layouts, writer);
  begin_pass("outputs");
  // A check reads no pictures, so none are drawn for it.
  const bool draws_cards = options.output && archive.site.look.show.cards;
  base::Cache cards(kept, ".paperboy/cache/cards");
  outputs::write_outputs({catalog, pages, options.threads, options.trace, draws_cards ? &cards : nullptr},
                         writer);

  begin_pass("check links");
  const std::vector<FileSize> finished = writer.files();
  redirects.places.merge(links.written_places(texts));
  const std::vector<std::string> paths = paths_of(finished);
  link_check.report(paths, redirects.places, diagnostics);
  count_files(finished, report);
  if (diagnostics.has_errors() || !options.output) {
    return report;  // checkpoint: a half-right site is never shown
  }

  begin_pass("publish");
  const base::Result<WriteReport> published = writer.publish();
  if (!published) {
    report.failure = {WriteFailure::Kind::Failed, published.error().message};
    return report;
  }
  report.written = published->written;
  report.removed = published->removed;
  last_build.keep(report, paths, writer.state(paths, options.threads), diagnostics);
  return report;
}

}  // namespace paperboy::pipeline
