#include "pages/language_catalog.h"

#include "base/lazy_list.h"
#include "base/reads.h"
#include "pages/catalog.h"
#include "pages/paper_relations.h"
#include "pages/view_maker.h"

namespace paperboy::pages {

class LanguageCatalog::Views {
 public:
  Views(const Catalog& all, std::string in_language)
      : catalog(all), language(std::move(in_language)), maker(all, language), topics(maker.topics()) {
    clear();
  }

  void clear() {
    papers = base::LazyList<PaperView>(catalog.archive.papers.size());
    cards = base::LazyList<EditionCardView>(catalog.archive.editions.size());
    entries.clear();
    for (const model::Edition& edition : catalog.archive.editions) {
      entries.emplace_back(edition.entries.size());
    }
  }

  const Catalog& catalog;
  std::string language;
  ViewMaker maker;
  std::vector<TopicLinkView> topics;
  base::LazyList<PaperView> papers{0};
  base::LazyList<EditionCardView> cards{0};
  std::vector<base::LazyList<EntryView>> entries;  // as Archive::editions
};

LanguageCatalog::LanguageCatalog(const Catalog& catalog, std::string language)
    : views_(std::make_unique<Views>(catalog, std::move(language))) {}
LanguageCatalog::LanguageCatalog(LanguageCatalog&&) noexcept = default;
LanguageCatalog::~LanguageCatalog() = default;

const std::string& LanguageCatalog::language() const {
  return views_->language;
}

void LanguageCatalog::forget_views() const {
  views_->clear();
}

const std::vector<TopicLinkView>& LanguageCatalog::topics() const {
  return views_->topics;
}

const PaperView& LanguageCatalog::paper(std::size_t index) const {
  return views_->papers.get(index, [&] { return views_->maker.paper(index); });
}

std::size_t LanguageCatalog::index_of(const PaperView& paper) const {
  return views_->papers.index_of(paper);
}

const EditionCardView& LanguageCatalog::card(std::size_t edition) const {
  const model::Edition& facts = views_->catalog.archive.editions[edition];
  base::Reads::note(&facts);
  return views_->cards.get(edition, [&] { return views_->maker.card(facts); });
}

const std::vector<EntryView>& LanguageCatalog::entries(std::size_t edition) const {
  base::LazyList<EntryView>& list = views_->entries[edition];
  for (std::size_t place = 0; place < list.size(); ++place) {
    entry({edition, place});
  }
  return list.all();
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
  base::Reads::note(&archive.papers[index_of(*entry.paper)]);
  if (entry.first_seen != nullptr) {
    base::Reads::note(&archive.editions[views_->cards.index_of(*entry.first_seen)]);
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
