#include "pipeline/update_site.h"

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <span>
#include <utility>

#include "base/cache.h"
#include "base/output_folder.h"
#include "base/parallel.h"
#include "base/text.h"
#include "markup/math.h"
#include "model/accept.h"
#include "outputs/outputs.h"
#include "pages/archive_index.h"
#include "pages/catalog.h"
#include "pages/content_link.h"
#include "pipeline/check_links.h"
#include "pipeline/file_choice.h"
#include "pipeline/formula_cache.h"
#include "pipeline/kept_values.h"
#include "pipeline/plan.h"
#include "pipeline/record_files.h"
#include "pipeline/redirects.h"
#include "pipeline/render.h"
#include "pipeline/site_updater.h"
#include "pipeline/site_writer.h"
#include "pipeline/text_check.h"

namespace paperboy::pipeline {

namespace {

// The pages to be made; all others are said to stay.
std::vector<pages::Page> choose_pages(const std::vector<pages::Page>& pages, std::size_t threads,
                                      SiteUpdater& files) {
  std::vector<char> wanted(pages.size());
  base::parallel_for(pages.size(), threads, [&](std::size_t index) {
    const std::string path = pages::output_path(pages[index].address);
    wanted[index] = files.is_wanted(path) ? 1 : 0;
    if (wanted[index] == 0) {
      files.keep(path);
    }
  });
  std::vector<pages::Page> chosen;
  for (std::size_t index = 0; index < pages.size(); ++index) {
    if (wanted[index] != 0) {
      chosen.push_back(pages[index]);
    }
  }
  return chosen;
}

// Whether every id that a page had is still there, so that links of pages that stay lead somewhere.
bool keeps_ids(const LinkCheck& link_check, const SiteUpdater& files) {
  for (std::size_t page = 0; page < link_check.page_count(); ++page) {
    const std::optional<FileRecord> before = files.before(link_check.path_of(page));
    const std::span<const std::uint64_t> ids = link_check.ids_of(page);
    if (before && !std::includes(ids.begin(), ids.end(), before->ids.begin(), before->ids.end())) {
      return false;
    }
  }
  return true;
}

// What links of the pages that were made may lead to.
LinkCheck::FindTarget find_target(const LinkCheck& link_check, const SiteUpdater& files) {
  auto made = std::make_shared<std::map<std::string, std::size_t>>();
  for (std::size_t page = 0; page < link_check.page_count(); ++page) {
    made->emplace(link_check.path_of(page), page);
  }
  return [made, &link_check, &files](const std::string& path) -> std::optional<LinkCheck::Target> {
    if (const auto page = made->find(path); page != made->end()) {
      return LinkCheck::Target{link_check.ids_of(page->second)};
    }
    const std::optional<FileRecord> before = files.before(path);
    if (!before) {
      return std::nullopt;
    }
    return base::ends_with(path, ".html") ? LinkCheck::Target{before->ids} : LinkCheck::Target{};
  };
}

}  // namespace

std::optional<BuildReport> update_site(const SiteWork& work, const SiteRecord& before,
                                       const TextChanges& changes, base::Diagnostics& diagnostics) {
  const BuildOptions& options = work.options;
  const model::Archive& archive = work.archive;

  work.begin_pass("plan");
  // Wanted once pages are planned, and so made beside.
  std::future<FileChoice> choosing =
      std::async(options.threads > 1 ? std::launch::async : std::launch::deferred,
                 [&] { return FileChoice(before, changes, work.layouts); });
  markup::MathRenderer math;
  FormulaCache formulas(work.kept, work.program, math);
  pages::Texts texts;
  texts.convert_when_wanted(math);
  KeptValues values(work.last_build.values(), work.parts, before.values, changes.parts);
  pages::ArchiveIndex index = pages::index_archive(archive, texts, values);
  pages::Addresses addresses(archive.site);
  pages::Catalog catalog(archive, addresses, texts, index, work.layouts.phrases, values);
  base::Diagnostics unheard;  // the build before had none
  const std::vector<pages::Page> pages =
      with_redirects(catalog, list_pages(catalog, options.threads), work.layouts, unheard).pages;
  catalog.planned = addresses_of(pages);
  const pages::ContentLinks links(archive, addresses, catalog.planned, work.layouts.asset_addresses);
  const auto resolve = [&](std::string_view target, std::string_view language) {
    return links.resolve(target, language);
  };
  texts.resolve_wanted(resolve);
  pages::fill_catalog(catalog, options.threads);
  const std::optional<std::vector<base::Diagnostic>> found_in_texts =
      check_texts(work, before, links, math, resolve);
  if (!found_in_texts) {
    return std::nullopt;  // checkpoint: what is wrong with texts is what was wrong before
  }

  if (!work.last_build.is_untouched()) {
    return std::nullopt;  // checkpoint: all that is not made is there
  }
  base::Result<base::OutputFolder> folder = base::OutputFolder::open(*options.output);
  if (!folder) {
    return std::nullopt;
  }
  SiteWriter writer(*std::move(folder), work.parts);
  const FileChoice choice = choosing.get();
  SiteUpdater files(choice, writer);

  work.begin_pass("render");
  const std::vector<pages::Page> chosen = choose_pages(pages, options.threads, files);
  base::Diagnostics found;
  LinkCheck link_check = check_of(chosen, archive.site);
  render_pages({chosen, catalog, links, work.layouts, options.threads, options.trace}, files, link_check,
               found);
  for (const auto& [name, asset] : *work.layouts.assets) {
    files.keep(asset.output_path);
  }
  formulas.keep();
  work.begin_pass("outputs");
  base::Cache cards(work.kept, ".paperboy/cache/cards");
  const bool draws_cards = archive.site.look.show.cards;
  outputs::write_outputs({catalog, pages, options.threads, options.trace, draws_cards ? &cards : nullptr,
                          pages::MadeViews::Keep},
                         files);

  work.begin_pass("check links");
  link_check.report(find_target(link_check, files), {}, found);
  if (!found.sorted().empty() || !keeps_ids(link_check, files)) {
    return std::nullopt;  // checkpoint: pages are right and those that stay can keep their links
  }

  work.begin_pass("publish");
  BuildReport report = report_archive(archive, before.report.pages);
  const base::Result<WriteReport> published = writer.publish_beside(files.stale());
  if (!published) {
    report.failure = {WriteFailure::Kind::Failed, published.error().message};
    return report;
  }
  for (base::Diagnostic& diagnostic : model::without_accepted(*found_in_texts, archive)) {
    diagnostics.add(std::move(diagnostic));
  }
  SiteRecord record = files.record(link_check, options.threads);
  report_files(sizes_of(record.files), report);
  report.made = writer.files().size();
  report.written = published->written;
  report.removed = published->removed;
  record.is_updatable = true;
  record.digests = changes.digests;
  record.values = values.records();
  finish_site(work, std::move(record), report, diagnostics, *found_in_texts);
  return report;
}

}  // namespace paperboy::pipeline
