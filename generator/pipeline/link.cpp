#include "pipeline/link.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "base/text.h"
#include "model/accept.h"
#include "model/consistency.h"
#include "model/entry_order.h"
#include "model/field_reader.h"
#include "model/paper_merge.h"
#include "model/title_key.h"
#include "pipeline/link_ids.h"

namespace paperboy::pipeline {
namespace {

class Linker {
 public:
  Linker(model::Archive& archive, std::size_t threads, base::Diagnostics& found)
      : archive_(archive), threads_(threads), found_(found) {}

  void link() {
    sort_archive();
    assign_missing_ids(archive_);
    base::parallel_for(archive_.editions.size(), threads_,
                       [&](std::size_t index) { link_edition(archive_.editions[index]); });
    collect_papers();
    report_untitled();
    join_notes();
    // Without their series editions were not read, so nothing can be said of what they lack.
    if (archive_.site.series_are_known)
      check_rollups();
    for (std::size_t i = 0; i < archive_.editions.size(); ++i)
      archive_.editions_by_series[archive_.editions[i].series].push_back(i);
  }

 private:
  std::size_t series_place(const std::string& id) const {
    const std::vector<model::Series>& series = archive_.site.series;
    const auto found =
        std::find_if(series.begin(), series.end(), [&](const auto& one) { return one.id == id; });
    return static_cast<std::size_t>(found - series.begin());
  }

  void sort_archive() {
    std::stable_sort(archive_.editions.begin(), archive_.editions.end(),
                     [&](const model::Edition& a, const model::Edition& b) {
                       return std::pair(a.date, series_place(a.series)) <
                              std::pair(b.date, series_place(b.series));
                     });
    std::stable_sort(archive_.rollups.begin(), archive_.rollups.end(), [](const auto& a, const auto& b) {
      return std::tie(a.period, a.language) < std::tie(b.period, b.language);
    });
    std::stable_sort(archive_.pages.begin(), archive_.pages.end(), [](const auto& a, const auto& b) {
      return std::tie(a.name, a.language) < std::tie(b.name, b.language);
    });
  }

  void link_edition(model::Edition& edition) {
    const model::Series* series = archive_.site.find_series(edition.series);
    model::check_repeats(edition, found_);
    if (series != nullptr)
      model::put_in_reading_order(edition, *series, archive_.site);
    resolve_picks(edition);
  }

  void resolve_picks(model::Edition& edition) {
    model::Localized<model::EditionText> linked;
    for (const auto& variant : edition.text.variants()) {
      model::EditionText text = variant.value;
      for (model::TopPick& pick : text.top_picks) resolve_pick(pick, edition);
      linked.set(variant.language, std::move(text));
    }
    edition.text = std::move(linked);
  }

  void resolve_pick(model::TopPick& pick, const model::Edition& edition) {
    std::vector<const model::Entry*> matches = entries_named(pick.given, edition);
    if (matches.size() == 1) {
      pick.paper = matches.front()->paper.id;
      return;
    }
    if (matches.empty()) {
      std::vector<std::string_view> titles;
      for (const model::Entry& entry : edition.entries)
        for (const auto& variant : entry.paper.title.variants()) titles.push_back(variant.value.text);
      found_.error(pick.span, "top-pick-unknown", "no paper of this edition is called \"" + pick.given + "\"",
                   base::nearest(pick.given, titles) ? model::name_hint(pick.given, titles)
                                                     : "write the paper's id or the beginning of its title");
      return;
    }
    found_.error(pick.span, "top-pick-ambiguous",
                 "\"" + pick.given + "\" begins the titles of " + std::to_string(matches.size()) + " papers",
                 "write more of the title, or the paper's id");
  }

  static std::vector<const model::Entry*> entries_named(const std::string& given,
                                                        const model::Edition& edition) {
    std::vector<const model::Entry*> matches;
    const std::optional<model::PaperReference> reference = model::parse_paper_reference(given);
    for (const model::Entry& entry : edition.entries) {
      bool fits = reference && entry.paper.id == reference->id;
      for (const auto& variant : entry.paper.title.variants()) {
        if (!reference && model::title_key(variant.value.text) == model::title_key(given))
          return {&entry};
        fits = fits || (!reference && model::title_begins_with(variant.value.text, given));
      }
      if (fits)
        matches.push_back(&entry);
    }
    return matches;
  }

  void collect_papers() {
    std::map<std::string, model::PaperRecord> records;
    // From the newest to the oldest, so that a field once set stays.
    for (std::size_t e = archive_.editions.size(); e-- > 0;) {
      const model::Edition& edition = archive_.editions[e];
      for (std::size_t i = edition.entries.size(); i-- > 0;) {
        const model::Paper& paper = edition.entries[i].paper;
        const auto [record, is_new] = records.try_emplace(paper.id.canonical());
        record->second.paper =
            is_new ? std::shared_ptr<const model::Paper>(std::shared_ptr<void>(), &paper)
                   : std::make_shared<const model::Paper>(model::merge_older(*record->second.paper, paper));
        record->second.appearances.push_back({e, i});
      }
    }
    for (auto& [id, record] : records) {
      std::reverse(record.appearances.begin(), record.appearances.end());
      for (const model::Appearance& place : record.appearances)
        archive_.editions[place.edition].entries[place.entry].record = archive_.papers.size();
      archive_.paper_by_id.emplace(id, archive_.papers.size());
      archive_.papers.push_back(std::move(record));
    }
  }

  void report_untitled() {
    for (const model::PaperRecord& record : archive_.papers) {
      if (!record.paper->title.empty())
        continue;
      for (const model::Appearance& place : record.appearances) {
        const model::Edition& edition = archive_.editions[place.edition];
        const model::Paper& paper = edition.entries[place.entry].paper;
        found_.error(paper.span, "missing-title", "this paper has no title here or in any other edition",
                     title_hint(paper, edition));
      }
    }
  }

  // A heading's id that nearly is one of the edition's data file is more likely a slip than a new paper.
  // Within one file near ids mean nothing: papers of one day are numbered in order.
  static std::string title_hint(const model::Paper& untitled, const model::Edition& edition) {
    std::vector<std::string_view> titled;
    for (const model::Entry& entry : edition.entries)
      if (!entry.paper.title.empty() && entry.paper.span.source != untitled.span.source)
        titled.push_back(entry.paper.id.local);
    const std::optional<std::string> near = base::nearest(untitled.id.local, titled);
    return near ? "add `title`, or did you mean `" + *near + "`?" : "add `title`";
  }

  void join_notes() {
    for (auto& [id, notes] : archive_.notes) {
      std::stable_sort(notes.begin(), notes.end(), [](const model::PaperNote& a, const model::PaperNote& b) {
        return std::pair(a.language, a.markdown.span ? a.markdown.span.source->path() : "") <
               std::pair(b.language, b.markdown.span ? b.markdown.span.source->path() : "");
      });
      const auto found = archive_.paper_by_id.find(id);
      if (found != archive_.paper_by_id.end()) {
        archive_.papers[found->second].notes = notes;
        continue;
      }
      if (!archive_.site.series_are_known)
        continue;
      for (const model::PaperNote& note : notes)
        found_.warning(
            note.markdown.span, "orphan-note", "no edition has " + called(id),
            "the note is kept but shown nowhere; name its file after the paper's id, or give it as "
            "`paper: …`");
    }
  }

  // Papers without an id of their own are called by a form of their title.
  static std::string called(const std::string& id) {
    constexpr std::string_view kSlug = "slug:";
    return base::starts_with(id, kSlug) ? "a paper called \"" + id.substr(kSlug.size()) + "\""
                                        : "the paper `" + id + "`";
  }

  void check_rollups() {
    std::set<std::string> periods;
    for (const model::Edition& edition : archive_.editions) {
      periods.insert(base::to_string(base::iso_week(edition.date)));
      periods.insert(base::to_string(base::year_month(edition.date)));
      periods.insert(std::to_string(edition.date.year));
    }
    for (const model::RollupText& rollup : archive_.rollups)
      if (!periods.contains(rollup.period))
        found_.warning(rollup.markdown.span, "orphan-commentary", "there is no edition in " + rollup.period,
                       "the text is kept but shown nowhere");
  }

  model::Archive& archive_;
  std::size_t threads_;
  base::Diagnostics& found_;
};

}  // namespace

void link_archive(model::Archive& archive, std::size_t threads, base::Diagnostics& diagnostics) {
  archive.papers.clear();
  archive.paper_by_id.clear();
  archive.editions_by_series.clear();
  base::Diagnostics found;
  Linker(archive, threads, found).link();
  for (base::Diagnostic& diagnostic : model::without_accepted(found.sorted(), archive))
    diagnostics.add(std::move(diagnostic));
}

}  // namespace paperboy::pipeline
