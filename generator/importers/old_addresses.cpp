#include "importers/old_addresses.h"

#include "base/text.h"
#include "importers/tree.h"
#include "model/site_address.h"

namespace paperboy::importers {
namespace {

struct EditionPath {
  std::string series;
  base::Date date;
};

// "content/daily/2026-05-06.yaml"
std::optional<EditionPath> edition_of(std::string_view path) {
  const std::vector<std::string_view> parts = base::split(path, '/');
  if (parts.size() != 3)
    return std::nullopt;
  const std::optional<base::Date> date = base::parse_date(parts[2].substr(0, parts[2].find('.')));
  return date ? std::optional<EditionPath>({std::string(parts[1]), *date}) : std::nullopt;
}

std::string filled(std::string_view pattern, std::string_view series, base::Date date) {
  const std::string address = model::fill_date_pattern(pattern, series, date);
  return base::starts_with(address, "/") ? address : "/" + address;
}

}  // namespace

void OldAddresses::add_series(const SeriesSettings& series) {
  if (!series.old_address.empty())
    series_.try_emplace(series.id, series);
}

void OldAddresses::redirect(ContentFile& file, const model::Site& site) {
  const std::optional<EditionPath> edition = edition_of(file.path);
  if (!edition || file.root.object() == nullptr)
    return;
  const auto known = series_.find(edition->series);
  const model::Series* series = site.find_series(edition->series);
  if (known == series_.end() || series == nullptr)
    return;
  add_periods(known->second, edition->date);
  const std::string old = filled(known->second.old_address, series->id, edition->date);
  const std::string address = filled(series->address, series->id, edition->date);
  if (old == address)
    return;
  Mapping root(*file.root.object());
  root.set("redirects", list_value({text_value(old)}));
  file.root = root.build(file.root.span());
  editions_.emplace(old, address);
}

void OldAddresses::add_periods(const SeriesSettings& series, base::Date date) {
  for (const std::string& old : series.old_month_addresses)
    periods_[filled(old, series.id, date)] = filled("{year}/{month}/", series.id, date);
  for (const std::string& old : series.old_year_addresses)
    periods_[filled(old, series.id, date)] = filled("{year}/", series.id, date);
}

std::map<std::string, std::string> OldAddresses::all() const {
  std::map<std::string, std::string> all = editions_;
  all.insert(periods_.begin(), periods_.end());
  return all;
}

std::optional<ContentFile> OldAddresses::for_periods() const {
  if (periods_.empty())
    return std::nullopt;
  Mapping root;
  for (const auto& [old, target] : periods_) root.set(old, text_value(target));
  return ContentFile{"content/redirects.yaml", root.build(), std::nullopt};
}

}  // namespace paperboy::importers
