#include "pipeline/update_site.h"

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "base/allocator.h"
#include "base/beside.h"
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
#include "pages/paper_relations.h"
#include "pages/permanent.h"
#include "pipeline/archive_facts.h"
#include "pipeline/check_links.h"
#include "pipeline/fact_followers.h"
#include "pipeline/file_choice.h"
#include "pipeline/formula_cache.h"
#include "pipeline/kept_values.h"
#include "pipeline/plan.h"
#include "pipeline/record_files.h"
#include "pipeline/recorded_addresses.h"
#include "pipeline/redirects.h"
#include "pipeline/render.h"
#include "pipeline/site_updater.h"
#include "pipeline/site_writer.h"
#include "pipeline/text_check.h"

namespace paperboy::pipeline {

namespace {

// What links of the pages that were made may lead to.
LinkCheck::FindTarget find_target(const LinkCheck& link_check, const std::vector<MadeFile>& made,
                                  const SiteUpdater& files) {
  using Target = LinkCheck::Target;
  auto targets = std::make_shared<std::map<std::string, Target, std::less<>>>();
  for (const MadeFile& file : made) {
    targets->emplace(file.path, Target{});
  }
  for (std::size_t page = 0; page < link_check.page_count(); ++page) {
    targets->insert_or_assign(link_check.path_of(page), Target{link_check.ids_of(page)});
  }
  return [targets, &files](const std::string& path) -> std::optional<Target> {
    if (const auto target = targets->find(path); target != targets->end()) {
      return target->second;
    }
    const std::optional<FileRecord> before = files.before(path);
    if (!before) {
      return std::nullopt;
    }
    return base::ends_with(path, ".html") ? Target{before->ids} : Target{};
  };
}

class Update {
 public:
  Update(const SiteWork& work, const SiteRecord& before, const SiteChanges& changes)
      : work_(work),
        threads_(work.options.threads),
        archive_(work.archive),
        before_(before),
        changes_(changes),
        parts_(changes.parts),
        choice_(choose_files()),
        formulas_(work.kept, work.program, math_),
        values_(work.last_build.values(), work.parts, before.values, parts_, facts_now()),
        index_(index_archive()),
        addresses_(archive_.site),
        catalog_(archive_, addresses_, texts_, index_, work.layouts.phrases, values_) {}

  std::optional<BuildReport> run(base::Diagnostics& diagnostics) {
    if (!plan_pages() || !check_texts() || !follow_facts()) {
      return std::nullopt;  // checkpoint: there is nothing to be told that was not told before
    }
    if (!work_.last_build.is_untouched()) {
      return std::nullopt;  // checkpoint: all that is not made is there
    }
    base::Result<base::OutputFolder> folder = base::OutputFolder::open(*work_.options.output);
    if (!folder) {
      return std::nullopt;
    }
    give_back_memory();
    SiteWriter writer(*std::move(folder), work_.parts);
    SiteUpdater files(choice_.get(), writer);

    work_.begin_pass("render");
    const std::vector<pages::Page> chosen = choose_pages(files);
    if (loses_pages(chosen, files)) {
      return std::nullopt;  // checkpoint: what links of other pages lead to is there
    }
    LinkCheck link_check = check_of(chosen, archive_.site, threads_);
    make_files(chosen, files, link_check);

    work_.begin_pass("check links");
    link_check.report(find_target(link_check, writer.files(), files), {}, found_);
    if (!found_.sorted().empty() || !keeps_ids(chosen, link_check, files)) {
      return std::nullopt;  // checkpoint: pages are right and those that stay can keep their links
    }

    work_.begin_pass("publish");
    return publish(chosen, link_check, writer, files, diagnostics);
  }

 private:
  // After new facts an update takes about as much as a build that makes everything.
  void give_back_memory() const {
    if (changes_.facts) {
      base::return_free_memory();
    }
  }

  outputs::Facts facts_now() const { return changes_.facts ? outputs::Facts::Other : outputs::Facts::Same; }

  // Where only texts changed that is known from the beginning, and not wanted before pages are planned. With
  // other facts it is known once those are followed.
  std::shared_future<FileChoice> choose_files() {
    return base::beside(changes_.facts ? 1 : threads_,
                        [this] { return FileChoice(before_, changes_, parts_, work_.parts, work_.layouts); })
        .share();
  }

  // With other facts, papers are related anew, which needs their titles and abstracts, and links of any text
  // may lead elsewhere. So all texts are converted.
  pages::ArchiveIndex index_archive() {
    if (changes_.facts) {
      pages::add_tex_texts(archive_, texts_);
      texts_.convert(math_, {}, threads_, wrong_texts_);
    } else {
      texts_.convert_when_wanted(math_);
    }
    return pages::index_archive(archive_, texts_, values_);
  }

  // Whether they are sound, which is told by a build that makes everything. The same facts were sound before.
  bool plan_pages() {
    if (!changes_.facts) {
      plan_wanted_pages();
    } else if (!plan_all_pages()) {
      return false;
    }
    if (!pages::vanished_addresses(work_.options.earlier_addresses, *catalog_.planned).empty()) {
      return false;
    }
    links_.emplace(archive_, addresses_, *catalog_.planned, work_.layouts.asset_addresses);
    if (changes_.facts) {
      pages::add_markdown_texts(archive_, texts_);
      texts_.convert(math_, resolve_, threads_, wrong_texts_);
    } else {
      texts_.resolve_wanted(resolve_);
    }
    pages::fill_catalog(catalog_, threads_);
    return true;
  }

  bool plan_all_pages() {
    base::Diagnostics found;
    std::vector<pages::Page> own = pipeline::plan_pages(catalog_, threads_, found);
    page_count_ = own.size();
    pages_ = with_redirects(catalog_, std::move(own), work_.layouts, found).pages;
    planned_ = addresses_of(pages_);
    catalog_.planned = &planned_;
    return found.sorted().empty();
  }

  // All others are there as they were: most are not even listed.
  void plan_wanted_pages() {
    const FileChoice& choice = choice_.get();
    page_count_ = before_.report.pages;
    recorded_.emplace(choice);
    catalog_.planned = &*recorded_;
    wanted_addresses_ = choice.wanted_pages();
    wanted_ = pages::AddressList({wanted_addresses_.begin(), wanted_addresses_.end()});
    // Where a redirect leads is found among all pages.
    const bool wants_redirects = choice.wants_kind("redirect");
    catalog_.wanted = wants_redirects ? nullptr : &wanted_;
    pages_ = list_pages(catalog_, threads_);
    if (wants_redirects) {
      base::Diagnostics told_before;
      pages_ = with_redirects(catalog_, std::move(pages_), work_.layouts, told_before).pages;
    }
  }

  // Whether nothing is wrong with texts but what may be told here.
  bool check_texts() {
    if (!changes_.facts) {
      found_in_texts_ = pipeline::check_texts(work_, before_, *links_, math_, resolve_);
      return found_in_texts_.has_value();
    }
    links_->check(texts_, wrong_texts_);
    found_in_texts_ = wrong_texts_.sorted();
    base::Diagnostics told;
    for (base::Diagnostic& diagnostic : model::without_accepted(*found_in_texts_, archive_)) {
      told.add(std::move(diagnostic));
    }
    return !told.has_errors();
  }

  // Completes parts_ and facts_.
  bool follow_facts() {
    if (!changes_.facts) {
      facts_ = before_.facts;
      return true;
    }
    facts_ = describe_archive(catalog_, *links_);
    std::optional<PartChanges> all =
        pipeline::follow_facts(before_.facts, facts_, changes_, catalog_, work_.parts);
    if (!all) {
      return false;
    }
    parts_ = *std::move(all);
    catalog_.relations->compare(papers_now(before_.facts, parts_, work_.parts, archive_));
    return true;
  }

  // The pages to be made; all others are said to stay.
  std::vector<pages::Page> choose_pages(SiteUpdater& files) const {
    std::vector<char> wanted(pages_.size());
    base::parallel_for(pages_.size(), threads_, [&](std::size_t index) {
      const pages::Page& page = pages_[index];
      wanted[index] = files.keeps(pages::output_path(page.address), page.shows_changed) ? 0 : 1;
    });
    std::vector<pages::Page> chosen;
    for (std::size_t index = 0; index < pages_.size(); ++index) {
      if (wanted[index] != 0) {
        chosen.push_back(pages_[index]);
      }
    }
    return chosen;
  }

  // Whether a page of the build before is neither kept nor made again: any other may have a link to it.
  bool loses_pages(const std::vector<pages::Page>& chosen, const SiteUpdater& files) const {
    if (!changes_.facts) {
      return chosen.size() != wanted_addresses_.size();  // none is gone, but each must have been planned
    }
    std::set<std::string> made;
    for (const pages::Page& page : chosen) {
      made.insert(pages::output_path(page.address));
    }
    const std::vector<std::string> left = files.stale();
    return std::any_of(left.begin(), left.end(), [&](const std::string& path) {
      return files.before(path)->is_page() && !made.contains(path);
    });
  }

  void make_files(const std::vector<pages::Page>& chosen, SiteUpdater& files, LinkCheck& link_check) {
    const BuildOptions& options = work_.options;
    // After new facts many pages are made.
    const pages::MadeViews made = changes_.facts ? pages::MadeViews::GiveUp : pages::MadeViews::Keep;
    render_pages({chosen, catalog_, *links_, work_.layouts, threads_, options.trace, made}, files, link_check,
                 found_);
    give_back_memory();
    for (const auto& [name, asset] : *work_.layouts.assets) {
      files.keep(asset.output_path);
    }
    formulas_.keep();
    work_.begin_pass("outputs");
    base::Cache cards(work_.kept, ".paperboy/cache/cards");
    const bool draws_cards = archive_.site.look.show.cards;
    outputs::write_outputs(
        {catalog_, pages_, threads_, options.trace, draws_cards ? &cards : nullptr, made, facts_now()},
        files);
  }

  // Whether every id is still there that pages may have which stay. Pages that may show anything are made
  // anew with other facts, and lists among them change as they have to.
  bool keeps_ids(const std::vector<pages::Page>& chosen, const LinkCheck& link_check,
                 const SiteUpdater& files) const {
    for (std::size_t page = 0; page < link_check.page_count(); ++page) {
      const std::optional<FileRecord> before = files.before(link_check.path_of(page));
      const std::span<const IdHash> ids = link_check.ids_of(page);
      const bool may_change = changes_.facts && !chosen[page].shows_changed;
      if (before && !may_change &&
          !std::includes(ids.begin(), ids.end(), before->ids.begin(), before->ids.end())) {
        return false;
      }
    }
    return true;
  }

  BuildReport publish(const std::vector<pages::Page>& chosen, const LinkCheck& link_check, SiteWriter& writer,
                      SiteUpdater& files, base::Diagnostics& diagnostics) {
    BuildReport report = report_archive(archive_, page_count_);
    const base::Result<WriteReport> published = writer.publish_beside(files.stale());
    if (!published) {
      report.failure = {WriteFailure::Kind::Failed, published.error().message};
      return report;
    }
    for (base::Diagnostic& diagnostic : model::without_accepted(*found_in_texts_, archive_)) {
      diagnostics.add(std::move(diagnostic));
    }
    if (changes_.facts) {
      // Nothing is made any more, and the record takes room, too.
      catalog_.languages.clear();
      texts_ = pages::Texts();
    }
    give_back_memory();
    SiteRecord record = files.record(chosen, link_check, threads_);
    report_files(sizes_of(record.files), report);
    report.made = writer.files().size();
    report.written = published->written;
    report.removed = published->removed;
    record.is_updatable = true;
    record.digests = changes_.digests;
    record.facts = std::move(facts_);
    record.values = values_.records();
    finish_site(work_, std::move(record), report, diagnostics, *found_in_texts_);
    return report;
  }

  const SiteWork& work_;
  std::size_t threads_;
  const model::Archive& archive_;
  const SiteRecord& before_;
  const SiteChanges& changes_;
  PartChanges parts_;
  std::shared_future<FileChoice> choice_;
  markup::MathRenderer math_;
  FormulaCache formulas_;
  base::Diagnostics wrong_texts_;  // where all are converted
  pages::Texts texts_;
  KeptValues values_;
  pages::ArchiveIndex index_;
  pages::Addresses addresses_;
  pages::Catalog catalog_;
  std::vector<pages::Page> pages_;
  pages::AddressList planned_;                 // of pages_, where those are all
  std::optional<RecordedAddresses> recorded_;  // else
  std::vector<std::string> wanted_addresses_;
  pages::AddressList wanted_;                 // of those
  std::size_t page_count_ = 0;                // without redirects
  std::optional<pages::ContentLinks> links_;  // once pages are planned
  pages::Texts::ResolveLink resolve_ = [this](std::string_view target, std::string_view language) {
    return links_->resolve(target, language);
  };
  std::optional<std::vector<base::Diagnostic>> found_in_texts_;
  ArchiveFacts facts_;
  base::Diagnostics found_;  // in pages that were made
};

}  // namespace

std::optional<BuildReport> update_site(const SiteWork& work, const SiteRecord& before,
                                       const SiteChanges& changes, base::Diagnostics& diagnostics) {
  work.begin_pass("plan");
  // Where only texts changed, there is so little to make that giving memory back would take longer.
  base::treat_free_memory(changes.facts ? base::FreeMemory::Returned : base::FreeMemory::Kept);
  std::optional<BuildReport> report = Update(work, before, changes).run(diagnostics);
  base::treat_free_memory(base::FreeMemory::Returned);
  return report;
}

}  // namespace paperboy::pipeline
