#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/catalog.h"
#include "pages/corpus.h"

namespace paperboy::pages {

// A paper that is near another, and why.
struct RelatedPaper {
  std::size_t paper = 0;            // index into Archive::papers
  std::string reason;               // "authors", "terms", "topic"
  std::vector<std::string> shared;  // names of the authors, terms; empty for a topic
};

// What the texts of all papers say together, for each language: which papers are near each other, and the
// words they are made of.
class Relations {
 public:
  // `catalog` outlives this and has the texts of all papers. Where the site shows no related papers there are
  // none.
  Relations(const Catalog& catalog, std::size_t threads);

  // Nearest first.
  std::vector<RelatedPaper> of(std::string_view language, std::size_t paper) const;
  // Marks the papers whose near ones are not those of the build before, where its relations are known:
  // `now_of` tells where its papers are now, and nothing of those that are gone. All others are marked, too.
  using NowOf = std::function<std::optional<std::size_t>(std::size_t before)>;
  void compare(const NowOf& now_of);
  bool has_moved(std::string_view language, std::size_t paper) const;
  // Words of titles and abstracts, as Archive::papers; they stay until forget_words(). Safe from several
  // threads.
  const Corpus& corpus(std::string_view language) const;
  // Words take much room. Where they are asked for again, they are counted again.
  void forget_words();

 private:
  // What several languages may share, since they often show the same titles and abstracts.
  class Group;

  void find_groups(const Catalog& catalog);

  std::vector<std::shared_ptr<Group>> groups_;
  std::map<std::string, std::shared_ptr<Group>, std::less<>> by_language_;
  bool has_same_groups_ = false;  // as the build before
};

}  // namespace paperboy::pages
