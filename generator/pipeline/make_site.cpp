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

// The passes that follow once an archive is read and linked.
class FullBuild {
 public:
  FullBuild(const SiteWork& work, base::Diagnostics& diagnostics)
      : work_(work),
        threads_(work.options.threads),
        archive_(work.archive),
        diagnostics_(diagnostics),
        math_(std::make_unique<markup::MathRenderer>()),
        formulas_(work.kept, work.program, *math_),
        values_(work.last_build.values(), work.parts),
        index_(index_archive()),
        addresses_(archive_.site),
        catalog_(archive_, addresses_, texts_, index_, work.layouts.phrases, values_) {}

  BuildReport run(const std::string& why) {
    plan();
    base::return_free_memory();
    if (diagnostics_.has_errors()) {
      return report_;  // checkpoint: content and layouts are sound
    }
    sound_ = diagnostics_.sorted().size();
    base::Result<std::optional<base::OutputFolder>> folder = open_output(work_.options);
    if (!folder) {
      report_.failure = {WriteFailure::Kind::Refused, folder.error().message};
      return report_;
    }
    SiteWriter writer(*std::move(folder), work_.parts);

    work_.begin_pass("render");
    LinkCheck link_check = check_of(pages_, archive_.site, threads_);
    make_pages(writer, link_check);
    work_.begin_pass("outputs");
    make_outputs(writer);

    work_.begin_pass("check links");
    places_.merge(links_->written_places(texts_));
    link_check.report(paths_of(writer.files()), places_, diagnostics_);
    report_files(sizes_of(writer.files()), report_);
    report_.made = report_.files;
    if (diagnostics_.has_errors() || !work_.options.output) {
      return report_;  // checkpoint: a half-right site is never shown
    }

    work_.begin_pass("publish");
    publish(writer, link_check, why);
    return report_;
  }

 private:
  // Names are converted first: authors' addresses come from them.
  pages::ArchiveIndex index_archive() {
    pages::add_tex_texts(archive_, texts_);
    texts_.convert(*math_, {}, threads_, wrong_texts_);
    return pages::index_archive(archive_, texts_, values_);
  }

  void plan() {
    std::vector<pages::Page> own = plan_pages(catalog_, threads_, diagnostics_);
    report_ = report_archive(archive_, own.size());
    PlannedPages planned = with_redirects(catalog_, std::move(own), work_.layouts, diagnostics_);
    pages_ = std::move(planned.pages);
    places_ = std::move(planned.places);
    planned_ = addresses_of(pages_);
    catalog_.planned = &planned_;
    pages::check_permanence(work_.options.earlier_addresses, planned_, diagnostics_);
    // Beyond this point every address is final, so links may be written.
    convert_markdown();
    found_in_texts_ = wrong_texts_.sorted();
    for (base::Diagnostic& diagnostic : model::without_accepted(found_in_texts_, archive_)) {
      diagnostics_.add(std::move(diagnostic));
    }
    pages::fill_catalog(catalog_, threads_);
  }

  void convert_markdown() {
    links_.emplace(archive_, addresses_, planned_, work_.layouts.asset_addresses);
    pages::add_markdown_texts(archive_, texts_);
    texts_.convert(
        *math_,
        [&](std::string_view target, std::string_view language) { return links_->resolve(target, language); },
        threads_, wrong_texts_);
    formulas_.keep();
    math_.reset();  // its engines take much room
    links_->check(texts_, wrong_texts_);
  }

  void make_pages(SiteWriter& writer, LinkCheck& link_check) {
    render_pages(
        {pages_, catalog_, *links_, work_.layouts, threads_, work_.options.trace, pages::MadeViews::GiveUp},
        writer, link_check, diagnostics_);
    for (pages::Page& page : pages_) {
      page.build = nullptr;  // what it kept takes room
    }
    base::return_free_memory();
    add_assets(work_.layouts, writer);
  }

  void make_outputs(SiteWriter& writer) {
    // A check reads no pictures, so none are drawn for it.
    const bool draws_cards = work_.options.output && archive_.site.look.show.cards;
    base::Cache cards(work_.kept, ".paperboy/cache/cards");
    outputs::write_outputs({catalog_, pages_, threads_, work_.options.trace, draws_cards ? &cards : nullptr,
                            pages::MadeViews::GiveUp},
                           writer);
    base::return_free_memory();
  }

  void publish(SiteWriter& writer, const LinkCheck& link_check, const std::string& why) {
    ArchiveFacts facts = work_.kept.empty() ? ArchiveFacts{} : describe_archive(catalog_, *links_);
    // Nothing is made any more: what it was made from goes, since the record takes room, too.
    catalog_.languages.clear();
    texts_ = pages::Texts();
    base::return_free_memory();
    const base::Result<WriteReport> published = writer.publish();
    if (!published) {
      report_.failure = {WriteFailure::Kind::Failed, published.error().message};
      return;
    }
    report_.written = published->written;
    report_.removed = published->removed;
    if (work_.kept.empty()) {
      return;
    }
    SiteRecord record = record_files(work_, writer, pages_, link_check, why);
    // What is told of finished pages is told again only when they are made again.
    record.is_updatable = diagnostics_.sorted().size() == sound_;
    record.values = values_.records();
    record.facts = std::move(facts);
    finish_site(work_, std::move(record), report_, diagnostics_, found_in_texts_);
  }

  const SiteWork& work_;
  std::size_t threads_;
  const model::Archive& archive_;
  base::Diagnostics& diagnostics_;
  std::unique_ptr<markup::MathRenderer> math_;  // until all texts are converted
  FormulaCache formulas_;
  base::Diagnostics wrong_texts_;
  pages::Texts texts_;
  KeptValues values_;
  pages::ArchiveIndex index_;
  pages::Addresses addresses_;
  pages::Catalog catalog_;
  std::vector<pages::Page> pages_;
  pages::AddressList planned_;  // of pages_
  WrittenPlaces places_;
  std::optional<pages::ContentLinks> links_;  // once pages are planned
  std::vector<base::Diagnostic> found_in_texts_;
  std::size_t sound_ = 0;  // diagnostics of content and layouts
  BuildReport report_;
};

}  // namespace

BuildReport make_site(const SiteWork& work, const std::string& why, base::Diagnostics& diagnostics) {
  work.begin_pass("plan");
  return FullBuild(work, diagnostics).run(why);
}

}  // namespace paperboy::pipeline
