#include "outputs/search_facets.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace paperboy::outputs {

namespace {

const model::Entry& entry_of(const model::Archive& archive, const model::Appearance& appearance) {
  return archive.editions[appearance.edition].entries[appearance.entry];
}

}  // namespace

const model::Score* newest_total(const model::Archive& archive, const model::PaperRecord& record) {
  for (auto appearance = record.appearances.rbegin(); appearance != record.appearances.rend(); ++appearance) {
    const model::Entry& entry = entry_of(archive, *appearance);
    if (entry.total) {
      return &*entry.total;
    }
  }
  return nullptr;
}

std::vector<std::string> topics_of(const model::Archive& archive, const model::PaperRecord& record) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (archive.site.topic(id) != nullptr && std::find(ids.begin(), ids.end(), id) == ids.end()) {
      ids.push_back(id);
    }
  };
  for (const model::Appearance& appearance : record.appearances) {
    const model::Entry& entry = entry_of(archive, appearance);
    add(entry.topic);
    for (const std::string& id : entry.also_matches) {
      add(id);
    }
  }
  return ids;
}

SearchFacets search_facets(const pages::Catalog& catalog, const std::vector<std::size_t>& order) {
  SearchFacets facets;
  for (std::uint32_t number = 0; number < order.size(); ++number) {
    const model::PaperRecord& record = catalog.archive.papers[order[number]];
    for (const std::string& topic : topics_of(catalog.archive, record)) {
      facets.topics[topic].push_back(number);
    }
    if (!record.paper->source.empty()) {
      facets.sources[record.paper->source].push_back(number);
      if (!record.paper->category.empty()) {
        facets.sources[record.paper->source + "/" + record.paper->category].push_back(number);
      }
    }
    for (const std::string& language : catalog.index.paper_languages[order[number]]) {
      facets.languages[language].push_back(number);
    }
    if (const model::Score* total = newest_total(catalog.archive, record)) {
      facets.scores[static_cast<int>(std::floor(std::clamp(total->value, -1e6, 1e6)))].push_back(number);
    }
    if (!record.appearances.empty()) {
      facets.dates.try_emplace(catalog.archive.editions[record.appearances.front().edition].date, number);
    }
  }
  return facets;
}

}  // namespace paperboy::outputs
