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
      memo(its_memo),
      changes(its_archive.site.series.size()),
      bibtex(its_archive.papers.size()) {}
Catalog::~Catalog() = default;

const std::vector<Change>& Catalog::changes_of(const model::Series& series) const {
  return changes.get(static_cast<std::size_t>(&series - archive.site.series.data()), [&] {
    const auto editions = archive.editions_by_series.find(series.id);
    return editions == archive.editions_by_series.end() ? std::vector<Change>()
                                                        : find_changes(archive, editions->second);
  });
}

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
