#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "pages/catalog.h"

namespace paperboy::pages {

// Makes the views of one language from the facts of the archive and its converted texts.
class ViewMaker {
 public:
  // `catalog` outlives this.
  ViewMaker(const Catalog& catalog, std::string language);
  ~ViewMaker();

  // Those that have papers, registry order.
  std::vector<TopicLinkView> topics() const;
  // Of Archive::papers.
  PaperView paper(std::size_t index) const;
  EditionCardView card(const model::Edition& edition) const;
  // `facts` stand at `place`; what the entry points to is in `views`.
  EntryView entry(const LanguageCatalog& views, const model::Appearance& place,
                  const model::Entry& facts) const;

 private:
  class Maker;
  std::unique_ptr<const Maker> maker_;
};

}  // namespace paperboy::pages
