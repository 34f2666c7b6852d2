#include "model/entry_order.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>
#include <vector>

namespace paperboy::model {
namespace {

std::string format_number(double number) {
  char buffer[64];
  const auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, 2);
  std::string text(buffer, error == std::errc() ? end : buffer);
  while (!text.empty() && text.back() == '0') text.pop_back();
  if (!text.empty() && text.back() == '.')
    text.pop_back();
  return text;
}

void add_total(Entry& entry) {
  if (entry.total || entry.scores.empty())
    return;
  double sum = 0;
  for (const Score& score : entry.scores) sum += score.value;
  entry.total = Score{"score", sum, format_number(sum)};
}

double axis_value(const Entry& entry, const Site& site) {
  if (!site.score_axes.empty())
    for (const Score& score : entry.scores)
      if (score.axis == site.score_axes.front())
        return score.value;
  return std::numeric_limits<double>::lowest();
}

std::size_t topic_place(const Entry& entry, const Site& site) {
  for (std::size_t i = 0; i < site.topics.size(); ++i)
    if (site.topics[i].id == entry.topic)
      return i;
  return site.topics.size();
}

// What entries are compared by; the lesser stands first.
struct Place {
  std::size_t topic = 0;
  int by_topic = 0;  // author matches stand before all others
  double total = 0;  // negated: higher scores stand first
  double first_axis = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

Place place_of(const Entry& entry, const Series& series, const Site& site) {
  Place place;
  if (series.grouping == Grouping::Topic)
    place.topic = topic_place(entry, site);
  if (series.sorting == Sorting::Given)
    return place;
  place.by_topic = entry.matched_by == MatchedBy::Author ? 0 : 1;
  place.total = -(entry.total ? entry.total->value : std::numeric_limits<double>::lowest());
  place.first_axis = -axis_value(entry, site);
  return place;
}

}  // namespace

void put_in_reading_order(Edition& edition, const Series& series, const Site& site) {
  for (Entry& entry : edition.entries) add_total(entry);
  std::vector<std::pair<Place, std::size_t>> order;  // entries are large, and moved once
  for (const Entry& entry : edition.entries) order.emplace_back(place_of(entry, series, site), order.size());
  std::sort(order.begin(), order.end());
  std::vector<Entry> entries;
  entries.reserve(order.size());
  for (const auto& [place, index] : order) {
    entries.push_back(std::move(edition.entries[index]));
    entries.back().rank = entries.size();
  }
  edition.entries = std::move(entries);
}

}  // namespace paperboy::model
