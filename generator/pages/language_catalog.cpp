#include "pages/language_catalog.h"

#include <algorithm>
#include <deque>

#include "base/lazy_list.h"
#include "base/parallel.h"
#include "base/reads.h"
#include "pages/catalog.h"
#include "pages/paper_relations.h"
#include "pages/view_maker.h"

namespace paperboy::pages {

class LanguageCatalog::Views {
 public:
  static constexpr std::size_t kBlock = 64;  // of papers

  Views(const Catalog& all, std::string in_language)
      : catalog(all),
        language(std::move(in_language)),
        maker(all, language),
        topics(maker.topics()),
        cards(all.archive.editions.size()) {
    const model::Archive& archive = catalog.archive;
    for (std::size_t first = 0; first < archive.papers.size(); first += kBlock) {
      papers.emplace_back(std::min(kBlock, archive.papers.size() - first));
    }
    for (const model::Edition& edition : archive.editions) {
      entries.emplace_back(edition.entries.size());
    }
  }

  void forget(std::size_t threads) {
    base::parallel_for(papers.size(), threads, [&](std::size_t block) { papers[block].forget(); });
    base::parallel_for(entries.size(), threads, [&](std::size_t edition) { entries[edition].forget(); });
    cards.forget();
  }

  const Catalog& catalog;
  std::string language;
  ViewMaker maker;
  std::vector<TopicLinkView> topics;
  std::deque<base::LazyList<PaperView>> papers;   // as Archive::papers, in blocks
  base::LazyList<EditionCardView> cards;          // as Archive::editions
  std::deque<base::LazyList<EntryView>> entries;  // the same
};

LanguageCatalog::LanguageCatalog(const Catalog& catalog, std::string language)
    : views_(std::make_unique<Views>(catalog, std::move(language))) {}
LanguageCatalog::LanguageCatalog(LanguageCatalog&&) noexcept = default;
LanguageCatalog::~LanguageCatalog() = default;

const std::string& LanguageCatalog::language() const {
  return views_->language;
}

void LanguageCatalog::forget_views(std::size_t threads) const {
  views_->forget(threads);
}

const std::vector<TopicLinkView>& LanguageCatalog::topics() const {
  return views_->topics;
}

const PaperView& LanguageCatalog::paper(std::size_t index) const {
  return views_->papers[index / Views::kBlock].get(index % Views::kBlock,
                                                   [&] { return views_->maker.paper(index); });
}

const EditionCardView& LanguageCatalog::card(std::size_t edition) const {
  const model::Edition& facts = views_->catalog.archive.editions[edition];
  base::Reads::note(&facts);
  return views_->cards.get(edition, [&] { return views_->maker.card(facts); });
}

std::vector<const EntryView*> LanguageCatalog::entries(std::size_t edition) const {
  return first_entries(edition, views_->entries[edition].size());
}

std::vector<const EntryView*> LanguageCatalog::first_entries(std::size_t edition, std::size_t most) const {
  std::vector<const EntryView*> first(std::min(most, views_->entries[edition].size()));
  for (std::size_t place = 0; place < first.size(); ++place) {
    first[place] = &entry({edition, place});
  }
  return first;
}

const EntryView& LanguageCatalog::entry(const model::Appearance& place) const {
  const model::Entry& facts = views_->catalog.archive.editions[place.edition].entries[place.entry];
  const EntryView& made = views_->entries[place.edition].get(
      place.entry, [&] { return views_->maker.entry(*this, place, facts); });
  note(made, place.edition);
  return made;
}

// What an entry shows beside itself: its paper, its edition, and the edition it was first seen in.
void LanguageCatalog::note(const EntryView& entry, std::size_t edition) const {
  const model::Archive& archive = views_->catalog.archive;
  base::Reads::note(&archive.editions[edition]);
  base::Reads::note(entry.facts);
  base::Reads::note(&archive.papers[entry.facts->record]);
  if (entry.first_seen != nullptr) {
    base::Reads::note(entry.first_seen->facts);
  }
}

std::vector<RelatedPaperView> LanguageCatalog::related(std::size_t index) const {
  std::vector<RelatedPaperView> related;
  for (RelatedPaper& other : views_->catalog.relations->of(views_->language, index)) {
    related.push_back({&paper(other.paper), std::move(other.reason), std::move(other.shared)});
  }
  return related;
}

const Corpus& LanguageCatalog::corpus() const {
  return views_->catalog.relations->corpus(views_->language);
}

}  // namespace paperboy::pages
