#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pages/catalog.h"
#include "search/field.h"

namespace paperboy::outputs {

struct SearchText {
  search::Field field = search::Field::Abstract;
  std::string_view text;  // plain; as long-lived as the archive and its texts
  std::string language;   // as in `lang` attributes; empty for names and ids
};

// All that a paper can be found by, in every language of the site, each text once however many editions have
// it. `paper` as Archive::papers; it and its entries are noted as read (base::Reads).
std::vector<SearchText> search_texts(const pages::Catalog& catalog, std::size_t paper);

}  // namespace paperboy::outputs
