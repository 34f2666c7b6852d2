#include "pages/catalog.h"

#include "pages/paper_relations.h"

namespace paperboy::pages {

Catalog::Catalog(const model::Archive& its_archive, const Addresses& its_addresses, const Texts& its_texts,
                 const ArchiveIndex& its_index, const PhrasesByLanguage& its_phrases, base::Memo& its_memo)
    : archive(its_archive),
      addresses(its_addresses),
      texts(its_texts),
      index(its_index),
      phrases(its_phrases),
      memo(its_memo) {}
Catalog::~Catalog() = default;

std::string Catalog::phrase(std::string_view language, std::string_view key,
                            const std::vector<std::pair<std::string, std::string>>& values) const {
  auto found = phrases.find(language);
  if (found == phrases.end()) {
    return std::string(key);
  }
  return found->second.text(key, values, std::nullopt).value_or(std::string(key));
}

void fill_catalog(Catalog& catalog, std::size_t threads) {
  for (const std::string& language : catalog.archive.site.languages) {
    catalog.languages.try_emplace(language, catalog, language);
  }
  catalog.relations = std::make_unique<Relations>(catalog, threads);
  catalog.keywords = find_period_keywords(catalog, threads);
  catalog.relations->forget_words();
}

}  // namespace paperboy::pages
