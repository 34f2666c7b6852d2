#include "outputs/search_filters.h"

#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "base/packed.h"
#include "outputs/search_facets.h"
#include "outputs/search_terms.h"
#include "search/numbers.h"

namespace paperboy::outputs {

namespace {

void write_numbers(std::string_view name, const SearchFacets::Numbers& numbers, base::JsonWriter& json) {
  json.key(name).begin_object();
  for (const auto& [value, papers] : numbers) {
    json.member(value, search::ascending_numbers(papers));
  }
  json.end_object();
}

std::string filter_file(const SearchFacets& facets) {
  base::JsonWriter json;
  json.begin_object();
  write_numbers("topic", facets.topics, json);
  write_numbers("source", facets.sources, json);
  write_numbers("language", facets.languages, json);
  json.key("score").begin_object();
  for (const auto& [score, papers] : facets.scores) {
    json.member(std::to_string(score), search::ascending_numbers(papers));
  }
  json.end_object();
  json.key("date").begin_array();
  for (const auto& [date, first] : facets.dates) {
    json.text(base::to_string(date)).number(std::int64_t{first});
  }
  return json.end_array().end_object().str();
}

// Scores may be negative, and packed numbers may not.
std::string pack(std::string_view digest, const SearchFacets& facets) {
  base::PackedWriter out;
  const bool has_dates = !facets.dates.empty();
  out.text(digest);
  out.text(has_dates ? base::to_string(facets.dates.begin()->first) : "");
  out.text(has_dates ? base::to_string(facets.dates.rbegin()->first) : "");
  out.number(facets.sources.size());
  for (const auto& [source, papers] : facets.sources) {
    out.text(source);
  }
  for (const auto& [score, papers] : facets.scores) {
    out.text(std::to_string(score));
  }
  return out.bytes();
}

SearchFilters unpack(std::string_view bytes) {
  SearchFilters filters;
  base::PackedReader in(bytes);
  filters.digest = in.text();
  filters.first_date = in.text();
  filters.last_date = in.text();
  for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
    filters.sources.emplace_back(in.text());
  }
  while (!in.done()) {
    filters.scores.push_back(std::stoll(std::string(in.text())));
  }
  return filters;
}

}  // namespace

SearchFilters write_search_filters(const pages::Catalog& catalog, const std::vector<std::size_t>& order,
                                   SiteFiles& files) {
  std::string file;
  const base::Memo::Value value = catalog.memo.value("search filters", [&] {
    const SearchFacets facets = search_facets(catalog, order);
    file = filter_file(facets);
    return pack(search_digest(file), facets);
  });
  SearchFilters filters = unpack(value.bytes);
  filters.is_kept = value.is_kept;
  const std::string path = "search/filters/0-" + filters.digest + ".json";
  if (filters.is_kept) {
    files.keep(path);
  } else {
    files.add(path, [&] { return file; });
  }
  return filters;
}

}  // namespace paperboy::outputs
