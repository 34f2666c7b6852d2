#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pages/catalog.h"
#include "search/index.h"

namespace paperboy::outputs {

struct SearchText {
  search::Field field = search::Field::Abstract;
  std::string text;      // plain
  std::string language;  // as in `lang` attributes; empty for names and ids
};

// All that a paper can be found by, in every language of the site, each text once however many editions have
// it. `paper` as Archive::papers.
std::vector<SearchText> search_texts(const pages::Catalog& catalog, std::size_t paper);

}  // namespace paperboy::outputs
