#include <array>

#include "charts/funnel.h"
#include "pages/trend.h"

namespace paperboy::pages {

namespace {

using Count = std::optional<std::int64_t> model::Counts::*;

struct CountedStage {
  std::string_view phrase;
  Count count;
};

constexpr CountedStage kTotal = {"chart_total", &model::Counts::total};
constexpr CountedStage kScanned = {"chart_scanned", &model::Counts::scanned};
constexpr CountedStage kKept = {"chart_kept", &model::Counts::relevant};

// Sums over the editions that give every stage; others would make one stage larger and not the next.
struct Sums {
  std::vector<CountedStage> stages;
  std::vector<double> values;
  std::size_t editions = 0;
};

Sums sum_of(const Trend& trend, std::vector<CountedStage> stages) {
  Sums sums{std::move(stages), {}, 0};
  sums.values.resize(sums.stages.size());
  for (const std::size_t index : trend.editions) {
    const model::Counts& counts = trend.edition(index).counts;
    bool whole = trend.edition(index).state != model::EditionState::Failed;
    for (const CountedStage& stage : sums.stages) {
      whole = whole && (counts.*stage.count).value_or(-1) >= 0;
    }
    for (std::size_t stage = 0; whole && stage < sums.stages.size(); ++stage) {
      sums.values[stage] += static_cast<double>(*(counts.*sums.stages[stage].count));
    }
    sums.editions += whole ? 1U : 0U;
  }
  return sums;
}

// As many stages as any edition gives.
Sums find_sums(const Trend& trend) {
  for (const std::vector<CountedStage>& stages :
       {std::vector{kTotal, kScanned, kKept}, std::vector{kTotal, kKept}, std::vector{kScanned, kKept}}) {
    Sums sums = sum_of(trend, stages);
    if (sums.editions > 0) {
      return sums;
    }
  }
  return {};
}

}  // namespace

std::optional<ChartView> funnel_chart(const Trend& trend) {
  const Sums sums = find_sums(trend);
  if (sums.editions == 0 || sums.values[1] <= 0) {
    return std::nullopt;
  }
  ChartView view = named_chart(trend, "funnel");
  view.columns = {{trend.words.phrase("chart_stage"), ""},
                  {trend.words.phrase("papers"), ""},
                  {trend.words.phrase("chart_share"), ""}};
  charts::Funnel funnel;
  std::vector<std::string> figures;
  for (std::size_t stage = 0; stage < sums.stages.size(); ++stage) {
    const std::string label = trend.words.phrase(sums.stages[stage].phrase);
    const std::string count = trend.words.number(sums.values[stage], 0);
    const std::string share = trend.words.percent(sums.values[stage] / sums.values.front());
    funnel.stages.push_back({label, stage == 0 ? count : count + " · " + share, sums.values[stage]});
    figures.push_back(trend.words.phrase("chart_figure", {{"label", label}, {"figure", count}}));
    view.rows.push_back({label, {count, share}});
  }
  if (trend.editions.size() > 1) {
    view.hint = trend.words.phrase("chart_funnel_hint", {{"count", trend.words.count(sums.editions)},
                                                         {"all", trend.words.count(trend.editions.size())}});
  }
  funnel.caption = caption_of(trend, view, describe_stretch(trend, trend.words.list(figures)));
  view.html = charts::draw(funnel);
  return view;
}

}  // namespace paperboy::pages
