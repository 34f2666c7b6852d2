#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "model/archive.h"
#include "pages/corpus.h"
#include "pages/view.h"

namespace paperboy::pages {

struct Catalog;

// Views of everything take much room. Where all pages are made they are given up once few are wanted again.
enum class MadeViews { Keep, GiveUp };

// Papers, editions and entries as the pages in one language show them. Each is made when it is first asked
// for and then shared by all pages, which only point into this. What is asked for is noted (base::Reads) as
// the parts of the archive that it shows: an Edition, an Entry, a PaperRecord. Safe from several threads.
class LanguageCatalog {
 public:
  // `catalog` outlives this.
  LanguageCatalog(const Catalog& catalog, std::string language);
  LanguageCatalog(LanguageCatalog&&) noexcept;
  LanguageCatalog& operator=(LanguageCatalog&&) = delete;
  ~LanguageCatalog();

  const std::string& language() const;
  const PaperView& paper(std::size_t index) const;         // of Archive::papers
  const EditionCardView& card(std::size_t edition) const;  // of Archive::editions
  std::vector<const EntryView*> entries(std::size_t edition) const;
  // At most `most`: those that come first.
  std::vector<const EntryView*> first_entries(std::size_t edition, std::size_t most) const;
  const EntryView& entry(const model::Appearance& place) const;
  // Those that have papers, registry order.
  const std::vector<TopicLinkView>& topics() const;
  // The nearest ones of a paper of Archive::papers, nearest first.
  std::vector<RelatedPaperView> related(std::size_t paper) const;
  // Gives up the views that were made, to be made again when they are wanted. Nothing may point to them any
  // more, and no other thread may ask for any meanwhile.
  void forget_views(std::size_t threads) const;
  // Words of titles and abstracts, as Archive::papers; languages that show the same ones share it.
  const Corpus& corpus() const;

 private:
  class Views;

  void note(const EntryView& entry, std::size_t edition) const;

  std::unique_ptr<Views> views_;
};

}  // namespace paperboy::pages
