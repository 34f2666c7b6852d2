#include <algorithm>

#include "charts/columns.h"
#include "pages/trend.h"

namespace paperboy::pages {

namespace {

// Zero where editions had papers but none of the topic; nothing where there were no papers at all.
std::vector<std::optional<double>> count_papers(const Trend& trend, const std::vector<base::Date>& papers) {
  std::vector<std::optional<double>> counts(trend.timeline.size());
  for (const std::size_t index : trend.editions) {
    if (!trend.edition(index).entries.empty()) {
      counts[trend.timeline.bucket(trend.edition(index).date)] = 0;
    }
  }
  for (const base::Date date : papers) {
    std::optional<double>& count = counts[trend.timeline.bucket(date)];
    count = count.value_or(0) + 1;
  }
  return counts;
}

void add_table(const Trend& trend, const charts::Columns& chart, ChartView& view) {
  view.columns = {{trend.words.phrase("chart_period"), ""}, {trend.words.phrase("papers"), ""}};
  for (std::size_t bucket = 0; bucket < chart.values.size(); ++bucket) {
    if (!chart.values[bucket] && chart.axis.gaps[bucket] == charts::Gap::None) {
      continue;
    }
    ChartRowView row = bucket_row(trend, bucket);
    const bool failed = !chart.values[bucket] && chart.axis.gaps[bucket] == charts::Gap::Failed;
    row.cells.push_back(failed ? trend.words.phrase("state_failed")
                               : chart.written(chart.values[bucket].value_or(0)));
    view.rows.push_back(std::move(row));
  }
}

}  // namespace

std::optional<ChartView> papers_chart(const Trend& trend, const model::Topic& topic,
                                      const std::vector<base::Date>& papers) {
  charts::Columns chart;
  chart.values = count_papers(trend, papers);
  const auto missing = std::count(chart.values.begin(), chart.values.end(), std::nullopt);
  if (chart.values.size() - static_cast<std::size_t>(missing) < 2) {
    return std::nullopt;
  }
  ChartView view = named_chart(trend, "papers");
  chart.axis = time_axis(trend);
  chart.colour = topic_colour(trend.catalog.archive, topic.id);
  chart.written = [&](double value) { return trend.words.number(value, 0); };
  chart.caption = caption_of(
      trend, view,
      describe_stretch(trend,
                       trend.words.phrase("chart_figure", {{"label", trend.words.phrase("papers")},
                                                           {"figure", trend.words.count(papers.size())}})));
  view.hint =
      trend.words.phrase("chart_papers_hint", {{"by", trend.words.phrase(trend.timeline.unit_phrase())}});
  view.html = charts::draw(chart);
  explain_axis(trend, chart.axis, view);
  add_table(trend, chart, view);
  return view;
}

}  // namespace paperboy::pages
