#include <algorithm>
#include <cmath>
#include <map>

#include "charts/columns.h"
#include "pages/money.h"
#include "pages/trend.h"

namespace paperboy::pages {

namespace {

// What a run cost; its parts where no total is given.
std::optional<Money> run_cost(const model::Run& run) {
  if (!run.total_cost.empty()) {
    return read_money(run.total_cost);
  }
  std::optional<Money> cost = read_money(run.prompt_cost);
  const std::optional<Money> rest = read_money(run.completion_cost);
  if (!cost || !rest || cost->currency() != rest->currency()) {
    return std::nullopt;
  }
  cost->amount += rest->amount;
  return cost;
}

// Nothing when a run's cost is not known, or is in another currency than the others'.
std::optional<Money> edition_cost(const model::Edition& edition) {
  std::optional<Money> whole;
  for (const model::Run& run : edition.runs) {
    const std::optional<Money> cost = run_cost(run);
    if (!cost || (whole && whole->currency() != cost->currency())) {
      return std::nullopt;
    }
    if (whole) {
      whole->amount += cost->amount;
    } else {
      whole = cost;
    }
  }
  return whole;
}

double papers_kept(const model::Edition& edition) {
  return static_cast<double>(
      edition.counts.relevant.value_or(static_cast<std::int64_t>(edition.entries.size())));
}

struct Bucket {
  double cost = 0;
  double kept = 0;

  std::optional<double> by_paper() const { return kept > 0 ? std::optional(cost / kept) : std::nullopt; }
};

// The costs that are written in one currency.
struct Costs {
  Money currency;
  std::vector<Bucket> buckets;

  Bucket whole() const {
    Bucket all;
    for (const Bucket& bucket : buckets) {
      all.cost += bucket.cost;
      all.kept += bucket.kept;
    }
    return all;
  }
};

// In the order of their first editions. A run that kept nothing has its cost all the same.
std::vector<Costs> costs_by_currency(const Trend& trend) {
  std::vector<Costs> all;
  std::map<std::string, std::size_t> places;
  for (const std::size_t index : trend.editions) {
    const model::Edition& edition = trend.edition(index);
    const std::optional<Money> cost = edition_cost(edition);
    if (!cost) {
      continue;
    }
    const std::size_t place = places.try_emplace(cost->currency(), all.size()).first->second;
    if (place == all.size()) {
      all.push_back({*cost, std::vector<Bucket>(trend.timeline.size())});
    }
    Bucket& bucket = all[place].buckets[trend.timeline.bucket(edition.date)];
    bucket.cost += cost->amount;
    bucket.kept += papers_kept(edition);
  }
  return all;
}

// Two digits that tell something, and at least as many decimals as money has.
int decimals_for(double amount) {
  const int needed = amount > 0 ? 1 - static_cast<int>(std::floor(std::log10(amount))) : 2;
  return std::clamp(needed, amount >= 100 ? 0 : 2, 6);
}

// The decimals a round number needs: none or at least two.
int decimals_of(double amount) {
  int decimals = 0;
  for (double rest = amount; decimals < 6 && std::abs(rest - std::round(rest)) > 1e-6; rest *= 10) {
    ++decimals;
  }
  return decimals == 1 ? 2 : decimals;
}

void add_table(const Trend& trend, const Costs& costs, const charts::Points& chart, ChartView& view) {
  view.columns = {{trend.words.phrase("chart_period"), ""},
                  {trend.words.phrase("cost"), ""},
                  {trend.words.phrase("chart_kept"), ""},
                  {trend.words.phrase("chart_by_paper"), ""}};
  for (std::size_t bucket = 0; bucket < costs.buckets.size(); ++bucket) {
    const Bucket& sums = costs.buckets[bucket];
    const charts::Gap gap = chart.axis.gaps[bucket];
    if (sums.cost <= 0 && !chart.values[bucket] && gap == charts::Gap::None) {
      continue;
    }
    ChartRowView row = bucket_row(trend, bucket);
    const bool known = sums.cost > 0 || sums.kept > 0;
    row.cells = {known ? trend.words.money(sums.cost, costs.currency, decimals_for(sums.cost)) : "–",
                 gap == charts::Gap::Failed ? trend.words.phrase("state_failed")
                 : known                    ? trend.words.number(sums.kept, 0)
                                            : "–",
                 chart.values[bucket] ? chart.written(*chart.values[bucket]) : "–"};
    view.rows.push_back(std::move(row));
  }
}

// A bucket with papers but without a value breaks the line.
void add_unknown(const Trend& trend, const Costs& costs, charts::Axis& axis) {
  for (const std::size_t index : trend.editions) {
    const std::size_t bucket = trend.timeline.bucket(trend.edition(index).date);
    if (axis.gaps[bucket] == charts::Gap::None && !costs.buckets[bucket].by_paper()) {
      axis.gaps[bucket] = charts::Gap::Unknown;
    }
  }
}

// `number` sets the ids of charts in further currencies apart.
std::optional<ChartView> cost_chart(const Trend& trend, const Costs& costs, const std::string& number) {
  charts::Points chart;
  std::vector<double> known;
  for (const Bucket& bucket : costs.buckets) {
    chart.values.push_back(bucket.by_paper());
    if (chart.values.back()) {
      known.push_back(*chart.values.back());
    }
  }
  const double highest = known.empty() ? 0 : *std::max_element(known.begin(), known.end());
  if (known.size() < 2 || highest <= 0 || highest > 1e12) {
    return std::nullopt;
  }
  const auto written = [&](double amount) {
    return trend.words.money(amount, costs.currency, decimals_for(highest));
  };
  ChartView view = named_chart(trend, "cost");
  chart.axis = time_axis(trend);
  add_unknown(trend, costs, chart.axis);
  chart.colour = "chart-1";
  chart.written = written;
  chart.on_scale = [&](double amount) {
    return trend.words.money(amount, costs.currency, amount > 0 ? decimals_of(amount) : 0);
  };
  view.hint = trend.words.phrase("chart_cost_hint", {{"by", trend.words.phrase(trend.timeline.unit_phrase())},
                                                     {"mean", written(*costs.whole().by_paper())}});
  const std::string range =
      trend.words.phrase("chart_range", {{"low", written(*std::min_element(known.begin(), known.end()))},
                                         {"high", written(highest)},
                                         {"last", written(known.back())}});
  chart.caption = caption_of(trend, view, describe_stretch(trend, range));
  chart.caption.id += number;
  view.html = charts::draw(chart);
  explain_axis(trend, chart.axis, view);
  add_table(trend, costs, chart, view);
  return view;
}

}  // namespace

std::vector<ChartView> cost_charts(const Trend& trend) {
  std::vector<ChartView> views;
  for (const Costs& costs : costs_by_currency(trend)) {
    const std::string number = views.empty() ? "" : "-" + std::to_string(views.size() + 1);
    if (std::optional<ChartView> view = cost_chart(trend, costs, number)) {
      views.push_back(*std::move(view));
    }
  }
  return views;
}

}  // namespace paperboy::pages
