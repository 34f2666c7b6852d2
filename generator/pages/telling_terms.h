#pragma once

#include <cstddef>
#include <vector>

#include "pages/corpus.h"

namespace paperboy::pages {

// One word, or two that follow each other, by which some papers differ from the others.
struct TellingTerm {
  Corpus::WordNumber first = 0;
  Corpus::WordNumber second = 0;  // 0: one word
};

// The most telling terms of some papers, the best first, at most `most`; each is in `fewest` papers or more.
// Terms that people name in titles count, and those that are more frequent here than in the rest of the
// corpus.
std::vector<TellingTerm> telling_terms(const Corpus& corpus, const std::vector<std::size_t>& papers,
                                       std::size_t fewest, std::size_t most);

}  // namespace paperboy::pages
