#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pages/corpus.h"

namespace paperboy::pages {

// A term that is typical of some papers: a word, or a phrase that it is mostly part of.
struct Keyword {
  std::string shown;       // "world models", "强化学习"
  std::size_t papers = 0;  // that have it, among those asked about
};

// What some papers are about in comparison with the whole corpus, the most telling first, at most `most`.
// Terms of a single paper are none.
std::vector<Keyword> find_keywords(const Corpus& corpus, const std::vector<std::size_t>& papers,
                                   std::size_t most);

}  // namespace paperboy::pages
