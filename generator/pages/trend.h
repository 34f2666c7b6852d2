#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charts/axis.h"
#include "charts/columns.h"
#include "pages/catalog.h"
#include "pages/chart_words.h"
#include "pages/timeline.h"

namespace paperboy::pages {

// Editions of a stretch of time that charts are about. Every chart is left out where there is too little to
// show.
struct Trend {
  const Catalog& catalog;
  ChartWords words;
  std::string id;                     // ids on the page begin with it: "_chart"
  std::string subject;                // the series, where a page shows several; may be empty
  std::vector<std::size_t> editions;  // oldest first, at least one
  model::Cadence cadence;             // the most frequent of their series
  Timeline timeline;

  struct Footnote {
    base::Date date;
    std::string text;  // "model gpt-5.4 → gpt-6"
  };
  std::vector<Footnote> changes;  // by date, from the first bucket to the last

  const model::Edition& edition(std::size_t index) const { return catalog.archive.editions[index]; }
};

// The changes of a series between two dates in words.
std::vector<Trend::Footnote> footnotes_of(const Catalog& catalog, const ChartWords& words,
                                          const model::Series& series, base::Date first, base::Date last);

// The editions from one place in the list to another, with the changes among them.
Trend part_of(const Trend& trend, std::size_t first, std::size_t last);

// The chart's name, by the key of its title.
ChartView named_chart(const Trend& trend, std::string_view kind);
charts::Caption caption_of(const Trend& trend, const ChartView& view, std::string description);

// Ticks, signs of buckets without papers, and marks of changes.
charts::Axis time_axis(const Trend& trend);
// What the signs and marks of a chart over time mean.
void explain_axis(const Trend& trend, const charts::Axis& axis, ChartView& view);

// A row of the table for a bucket; the cells are still missing.
ChartRowView bucket_row(const Trend& trend, std::size_t bucket);
// "From 6 May 2026 to 31 May 2026. …"
std::string describe_stretch(const Trend& trend, const std::string& figures);

// Papers of a series by primary topic, those of the topic registry and those without one.
std::optional<ChartView> topics_chart(const Trend& trend);
// Papers by total score.
std::optional<ChartView> scores_chart(const Trend& trend);
// Announced, scanned, kept.
std::optional<ChartView> funnel_chart(const Trend& trend);
// What runs cost by paper kept: a chart for each way of writing money.
std::vector<ChartView> cost_charts(const Trend& trend);
// How many papers came up under a topic.
std::optional<ChartView> papers_chart(const Trend& trend, const model::Topic& topic,
                                      const std::vector<base::Date>& papers);

// The class that colours a topic everywhere, "chart-1" to "chart-8" by its place in the registry.
std::string topic_colour(const model::Archive& archive, std::string_view topic);
// For what is no topic.
inline constexpr std::string_view kPlainColour = "chart-0";

}  // namespace paperboy::pages
