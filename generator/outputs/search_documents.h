#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/archive.h"
#include "pages/catalog.h"
#include "search/field.h"

namespace paperboy::outputs {

// The papers in the order the index numbers them: by their first edition, oldest first, then as they stand in
// it. A later edition only adds numbers, so what the numbers name stays.
std::vector<std::size_t> search_order(const model::Archive& archive);

struct SearchDocument {
  std::vector<search::FieldText> texts;  // all that the paper can be found by, in every language, each once
  std::string record;                    // what the list of results shows, JSON; its keys: docs/search.md
};
// `paper` as Archive::papers; it and its entries are noted as read (base::Reads).
SearchDocument search_document(const pages::Catalog& catalog, std::size_t paper);

}  // namespace paperboy::outputs
