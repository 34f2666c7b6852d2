#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "charts/columns.h"
#include "charts/funnel.h"
#include "charts/shares.h"
#include "support/golden.h"
#include "value/read.h"

namespace paperboy::charts {
namespace {

using value::Object;
using value::Value;

std::string text(const Object& object, std::string_view key) {
  const Value* value = object.find(key);
  return value == nullptr || value->scalar() == nullptr ? "" : value->scalar()->text;
}

// The items of a list; none when there is no such key.
std::vector<Value> items(const Object& object, std::string_view key) {
  const Value* value = object.find(key);
  return value == nullptr ? std::vector<Value>{} : *value->array();
}

// A list of numbers, `-` where nothing is known.
std::vector<std::optional<double>> numbers(const Object& object, std::string_view key) {
  std::vector<std::optional<double>> numbers;
  for (const Value& item : items(object, key)) {
    numbers.push_back(item.scalar()->text == "-" ? std::nullopt
                                                 : std::optional(std::stod(item.scalar()->text)));
  }
  return numbers;
}

Gap gap(const std::string& name) {
  return name == "failed"    ? Gap::Failed
         : name == "quiet"   ? Gap::Quiet
         : name == "unknown" ? Gap::Unknown
                             : Gap::None;
}

// `ticks` and `marks` are lists of pairs: bucket or place, and label.
Axis axis_of(const Object& object, std::size_t buckets) {
  Axis axis{buckets, {}, {}, {}};
  for (const Value& tick : items(object, "ticks")) {
    const value::Array& pair = *tick.array();
    axis.ticks.push_back({std::stoul(pair[0].scalar()->text), pair[1].scalar()->text, Tick::Weight::Minor});
  }
  for (const Value& mark : items(object, "marks")) {
    const value::Array& pair = *mark.array();
    axis.marks.push_back({std::stod(pair[0].scalar()->text), pair[1].scalar()->text});
  }
  for (const Value& name : items(object, "gaps")) {
    axis.gaps.push_back(gap(name.scalar()->text));
  }
  return axis;
}

std::string dollars(double amount) {
  return "$" + coordinate(amount);
}

base::Html draw_chart(const Object& object) {
  const Caption caption{"_chart", text(object, "title"), text(object, "description")};
  const std::string kind = text(object, "kind");
  const std::vector<std::optional<double>> values = numbers(object, "values");
  const Axis axis = axis_of(object, values.size());
  if (kind == "columns") {
    return draw(Columns{caption, values, axis, coordinate, "chart-1"});
  }
  if (kind == "points") {
    return draw(Points{caption, values, axis, dollars, dollars, "chart-1"});
  }
  if (kind == "funnel") {
    Funnel funnel{caption, {}};
    for (const Value& item : items(object, "stages")) {
      const Object& stage = *item.object();
      funnel.stages.push_back({text(stage, "label"), text(stage, "figure"), std::stod(text(stage, "value"))});
    }
    return draw(funnel);
  }
  Shares shares{caption, {}, 0.5, {}};
  for (const Value& item : items(object, "rows")) {
    const Object& row = *item.object();
    shares.rows.push_back({text(row, "label"), text(row, "language"), text(row, "figure"),
                           text(row, "colour"), numbers(row, "shares")});
  }
  shares.axis = axis_of(object, shares.rows.front().shares.size());
  return draw(shares);
}

}  // namespace

// Each tests/golden/charts/*.txtar is a chart's data and its drawing.
TEST_CASE("data become drawings") {
  tests::run_goldens("charts", [](tests::Txtar archive) {
    const base::Source source("chart.yaml", archive.at("chart.yaml"));
    base::Diagnostics diagnostics;
    const std::optional<Value> chart = value::read_yaml(source, value::Aliases::Refused, diagnostics);
    REQUIRE(chart.has_value());
    archive.set("expect.svg", draw_chart(*chart->object()).str() + "\n");
    return archive;
  });
}

}  // namespace paperboy::charts
