#include "pages/trends.h"

#include <algorithm>
#include <map>
#include <set>

#include "pages/trend.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kMostSeries = 2;

std::string series_title(const model::Series& series, std::string_view language) {
  const auto* title = series.title.best(language);
  return title == nullptr ? series.id : title->value;
}

void append(std::vector<ChartView>& views, std::optional<ChartView> view) {
  if (view) {
    views.push_back(*std::move(view));
  }
}

// The trend of editions of one series, without its changes. `editions` are not empty.
Trend series_trend(const Catalog& catalog, std::string_view language, const model::Series& series,
                   std::vector<std::size_t> editions) {
  const base::Date first = catalog.archive.editions[editions.front()].date;
  const base::Date last = catalog.archive.editions[editions.back()].date;
  const Timeline timeline(first, last, series.cadence);
  return {catalog, ChartWords(catalog, language), "_chart", "", std::move(editions), series.cadence, timeline,
          {}};
}

void add_changes(Trend& trend, const model::Series& series) {
  trend.changes = footnotes_of(trend.catalog, trend.words, series, trend.edition(trend.editions.front()).date,
                               trend.edition(trend.editions.back()).date);
}

void append_all(std::vector<ChartView>& views, const Trend& trend) {
  append(views, topics_chart(trend));
  append(views, scores_chart(trend));
  append(views, funnel_chart(trend));
  for (ChartView& view : cost_charts(trend)) {
    views.push_back(std::move(view));
  }
}

struct SeriesPart {
  const model::Series* series = nullptr;
  std::vector<std::size_t> editions;
  std::size_t papers = 0;
};

// The editions by series, in the order of the site.
std::vector<SeriesPart> parts_of(const model::Archive& archive, const std::vector<std::size_t>& editions) {
  std::vector<SeriesPart> parts;
  for (const model::Series& series : archive.site.series) {
    SeriesPart part{&series, {}, 0};
    for (const std::size_t index : editions) {
      if (archive.editions[index].series == series.id) {
        part.editions.push_back(index);
        part.papers += archive.editions[index].entries.size();
      }
    }
    if (!part.editions.empty()) {
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

// The editions of all series that carry the topic, from the first paper on.
std::vector<std::size_t> editions_around(const model::Archive& archive,
                                         const std::vector<model::Appearance>& timeline) {
  std::set<std::string_view> series;
  std::size_t first = archive.editions.size();
  for (const model::Appearance& appearance : timeline) {
    series.insert(archive.editions[appearance.edition].series);
    first = std::min(first, appearance.edition);
  }
  std::vector<std::size_t> editions;
  for (std::size_t index = first; index < archive.editions.size(); ++index) {
    if (series.count(archive.editions[index].series) != 0) {
      editions.push_back(index);
    }
  }
  return editions;
}

// Where several series carry a topic, a change says whose it is.
std::vector<Trend::Footnote> footnotes_of_all(const Catalog& catalog, const ChartWords& words,
                                              const std::vector<SeriesPart>& parts, base::Date first,
                                              base::Date last) {
  std::vector<Trend::Footnote> all;
  for (const SeriesPart& part : parts) {
    for (Trend::Footnote& footnote : footnotes_of(catalog, words, *part.series, first, last)) {
      if (parts.size() > 1) {
        footnote.text = words.phrase("chart_change", {{"day", series_title(*part.series, words.language())},
                                                      {"change", footnote.text}});
      }
      all.push_back(std::move(footnote));
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Trend::Footnote& a, const Trend::Footnote& b) { return a.date < b.date; });
  return all;
}

}  // namespace

std::vector<ChartView> series_charts(const Catalog& catalog, std::string_view language,
                                     const model::Series& series) {
  std::vector<ChartView> views;
  const auto editions = catalog.archive.editions_by_series.find(series.id);
  if (editions != catalog.archive.editions_by_series.end() && !editions->second.empty()) {
    Trend trend = series_trend(catalog, language, series, editions->second);
    add_changes(trend, series);
    append_all(views, trend);
  }
  return views;
}

std::vector<ChartView> edition_charts(const Catalog& catalog, std::string_view language,
                                      std::size_t edition) {
  const model::Series& series = *catalog.archive.site.find_series(catalog.archive.editions[edition].series);
  const Trend trend = series_trend(catalog, language, series, {edition});
  std::vector<ChartView> views;
  append(views, scores_chart(trend));
  append(views, funnel_chart(trend));
  return views;
}

std::vector<ChartView> period_charts(const Catalog& catalog, std::string_view language,
                                     const std::vector<std::size_t>& editions, Stretch stretch) {
  std::vector<SeriesPart> parts = parts_of(catalog.archive, editions);
  const bool several = parts.size() > 1;
  std::stable_sort(parts.begin(), parts.end(),
                   [](const SeriesPart& a, const SeriesPart& b) { return a.papers > b.papers; });
  std::vector<ChartView> views;
  std::size_t shown = 0;
  for (const SeriesPart& part : parts) {
    Trend trend = series_trend(catalog, language, *part.series, part.editions);
    if (several) {
      trend.subject = series_title(*part.series, language);
    }
    if (shown > 0) {
      trend.id += "-" + std::to_string(shown + 1);
    }
    const std::size_t before = views.size();
    if (stretch == Stretch::Week) {
      append(views, scores_chart(trend));
    } else {
      add_changes(trend, *part.series);
      append_all(views, trend);
    }
    shown += views.size() > before ? 1U : 0U;
    if (shown == kMostSeries) {
      break;
    }
  }
  return views;
}

std::vector<ChartView> topic_charts(const Catalog& catalog, std::string_view language,
                                    const model::Topic& topic,
                                    const std::vector<model::Appearance>& timeline) {
  std::vector<std::size_t> editions = editions_around(catalog.archive, timeline);
  if (editions.empty()) {
    return {};
  }
  std::vector<base::Date> papers;
  for (const model::Appearance& appearance : timeline) {
    papers.push_back(catalog.archive.editions[appearance.edition].date);
  }
  const std::vector<SeriesPart> parts = parts_of(catalog.archive, editions);
  model::Cadence cadence = model::Cadence::Monthly;
  for (const SeriesPart& part : parts) {
    cadence = std::min(cadence, part.series->cadence);
  }
  const base::Date first = catalog.archive.editions[editions.front()].date;
  const base::Date last = catalog.archive.editions[editions.back()].date;
  const ChartWords words(catalog, language);
  const Trend trend{catalog,
                    words,
                    "_chart",
                    "",
                    std::move(editions),
                    cadence,
                    Timeline(first, last, cadence),
                    footnotes_of_all(catalog, words, parts, first, last)};
  std::vector<ChartView> views;
  append(views, papers_chart(trend, topic, papers));
  return views;
}

}  // namespace paperboy::pages
