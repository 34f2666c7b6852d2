#include <algorithm>
#include <cmath>

#include "charts/columns.h"
#include "charts/scale.h"
#include "pages/trend.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kFewestScores = 5;
constexpr double kMostWholeBins = 25;  // so many whole numbers each have a bar
constexpr std::size_t kBins = 12;      // else about so many

std::vector<double> total_scores(const Trend& trend) {
  std::vector<double> scores;
  for (const std::size_t index : trend.editions) {
    for (const model::Entry& entry : trend.edition(index).entries) {
      if (entry.total && std::isfinite(entry.total->value)) {
        scores.push_back(entry.total->value);
      }
    }
  }
  std::sort(scores.begin(), scores.end());
  return scores;
}

// Bins of equal width; a score belongs to the bin that begins at it or next below.
struct Bins {
  double first = 0;
  double step = 1;
  bool single = false;  // each holds one whole number
  std::vector<std::size_t> counts;

  double begin(std::size_t bin) const { return first + static_cast<double>(bin) * step; }
};

// `scores` are sorted.
Bins make_bins(const std::vector<double>& scores) {
  const double lowest = scores.front();
  const double highest = scores.back();
  Bins bins;
  bins.single = highest - lowest < kMostWholeBins &&
                std::all_of(scores.begin(), scores.end(), [](double s) { return s == std::floor(s); });
  if (!bins.single) {
    bins.step = charts::scale_to(highest - lowest, kBins, charts::Numbers::Any).step;
  }
  bins.first = std::floor(lowest / bins.step) * bins.step;
  const auto bin_of = [&](double score) {
    return static_cast<std::size_t>(std::max(0.0, std::floor((score - bins.first) / bins.step + 1e-9)));
  };
  bins.counts.resize(bin_of(highest) + 1);
  for (const double score : scores) {
    ++bins.counts[bin_of(score)];
  }
  return bins;
}

double median(const std::vector<double>& scores) {
  const std::size_t half = scores.size() / 2;
  return scores.size() % 2 == 1 ? scores[half] : (scores[half - 1] + scores[half]) / 2;
}

std::string bin_label(const Trend& trend, const Bins& bins, std::size_t bin) {
  const std::string begin = trend.words.number(bins.begin(bin), 3);
  return bins.single
             ? begin
             : trend.words.phrase("chart_bin",
                                  {{"from", begin}, {"below", trend.words.number(bins.begin(bin + 1), 3)}});
}

charts::Columns columns_of(const Trend& trend, const Bins& bins) {
  charts::Columns chart;
  chart.colour = "chart-1";
  chart.written = [&](double value) { return trend.words.number(value, 0); };
  chart.axis.buckets = bins.counts.size();
  for (std::size_t bin = 0; bin < bins.counts.size(); ++bin) {
    chart.values.emplace_back(static_cast<double>(bins.counts[bin]));
    chart.axis.ticks.push_back({bin, trend.words.number(bins.begin(bin), 3), charts::Tick::Weight::Minor});
  }
  return chart;
}

}  // namespace

std::optional<ChartView> scores_chart(const Trend& trend) {
  const std::vector<double> scores = total_scores(trend);
  if (scores.size() < kFewestScores || scores.back() - scores.front() > 1e9 ||
      std::abs(scores.back()) > 1e9) {
    return std::nullopt;
  }
  const Bins bins = make_bins(scores);
  ChartView view = named_chart(trend, "scores");
  view.hint = trend.words.phrase(
      bins.single ? "chart_scores_hint" : "chart_scores_hint_bins",
      {{"count", trend.words.count(scores.size())}, {"median", trend.words.number(median(scores), 2)}});
  charts::Columns chart = columns_of(trend, bins);
  chart.caption = caption_of(trend, view, view.hint);
  view.html = charts::draw(chart);
  view.columns = {{trend.words.phrase("score_total"), ""}, {trend.words.phrase("papers"), ""}};
  for (std::size_t bin = 0; bin < bins.counts.size(); ++bin) {
    view.rows.push_back({bin_label(trend, bins, bin), {trend.words.count(bins.counts[bin])}});
  }
  return view;
}

}  // namespace paperboy::pages
