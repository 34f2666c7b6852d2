#include <algorithm>
#include <map>

#include "charts/scale.h"
#include "charts/shares.h"
#include "pages/trend.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kMostTopics = 8;

struct TopicRow {
  std::string label;
  std::string language;  // of the label, where it is not the page's
  std::string colour;
  std::vector<std::size_t> papers;  // one a bucket
  std::size_t total = 0;
};

using PapersByTopic = std::map<std::string, std::vector<std::size_t>>;

std::size_t sum(const std::vector<std::size_t>& numbers) {
  std::size_t total = 0;
  for (const std::size_t number : numbers) {
    total += number;
  }
  return total;
}

bool has_topics(const model::Edition& edition) {
  return std::any_of(edition.entries.begin(), edition.entries.end(),
                     [](const model::Entry& entry) { return !entry.topic.empty(); });
}

// From the first edition that sorts its papers to the last: before and after there is nothing to share.
std::optional<Trend> with_topics(const Trend& trend) {
  std::optional<std::size_t> first;
  std::size_t last = 0;
  for (std::size_t place = 0; place < trend.editions.size(); ++place) {
    if (has_topics(trend.edition(trend.editions[place]))) {
      first = first.value_or(place);
      last = place;
    }
  }
  return first ? std::optional(part_of(trend, *first, last)) : std::nullopt;
}

// "By day", and from when to when, if that is not the whole.
std::string stretch(const Trend& trend, const Trend& whole) {
  std::string by = trend.words.phrase(trend.timeline.unit_phrase());
  if (trend.editions.size() == whole.editions.size()) {
    return by;
  }
  return trend.words.phrase("chart_stretch",
                            {{"by", by},
                             {"first", trend.words.day(trend.edition(trend.editions.front()).date)},
                             {"last", trend.words.day(trend.edition(trend.editions.back()).date)}});
}

PapersByTopic count_papers(const Trend& trend) {
  PapersByTopic papers;
  for (const std::size_t index : trend.editions) {
    const model::Edition& edition = trend.edition(index);
    for (const model::Entry& entry : edition.entries) {
      std::vector<std::size_t>& row =
          papers.try_emplace(entry.topic, std::vector<std::size_t>(trend.timeline.size(), 0)).first->second;
      ++row[trend.timeline.bucket(edition.date)];
    }
  }
  return papers;
}

TopicRow topic_row(const Trend& trend, const model::Topic& topic, std::vector<std::size_t> papers) {
  TopicRow row{topic.id, "", topic_colour(trend.catalog.archive, topic.id), std::move(papers), 0};
  if (const auto* label = topic.label.best(trend.words.language())) {
    row.label = label->value;
    row.language = foreign_language(label->value, label->language, trend.words.language());
  }
  row.total = sum(row.papers);
  return row;
}

TopicRow plain_row(const Trend& trend, std::string_view phrase, std::vector<std::size_t> papers) {
  TopicRow row{trend.words.phrase(phrase), "", std::string(kPlainColour), std::move(papers), 0};
  row.total = sum(row.papers);
  return row;
}

// The fewest papers that give a topic a row of its own.
std::size_t row_minimum(const std::vector<TopicRow>& rows) {
  if (rows.size() <= kMostTopics) {
    return 0;
  }
  std::vector<std::size_t> totals;
  for (const TopicRow& row : rows) {
    totals.push_back(row.total);
  }
  std::sort(totals.rbegin(), totals.rend());
  return totals[kMostTopics - 1];
}

// Rows in the order of the topic registry; the smallest of many are joined.
std::vector<TopicRow> topic_rows(const Trend& trend, PapersByTopic papers) {
  std::vector<TopicRow> all;
  for (const model::Topic& topic : trend.catalog.archive.site.topics) {
    if (auto found = papers.find(topic.id); found != papers.end()) {
      all.push_back(topic_row(trend, topic, std::move(found->second)));
    }
  }
  const std::size_t minimum = row_minimum(all);
  std::vector<TopicRow> rows;
  std::vector<std::size_t> others(trend.timeline.size(), 0);
  for (TopicRow& row : all) {
    if (row.total >= minimum && rows.size() < kMostTopics) {
      rows.push_back(std::move(row));
      continue;
    }
    std::transform(others.begin(), others.end(), row.papers.begin(), others.begin(), std::plus<>());
  }
  if (sum(others) > 0) {
    rows.push_back(plain_row(trend, "chart_other_topics", std::move(others)));
  }
  if (auto unsorted = papers.find(""); unsorted != papers.end() && !rows.empty()) {
    rows.push_back(plain_row(trend, "unsorted", std::move(unsorted->second)));
  }
  return rows;
}

std::vector<std::size_t> papers_by_bucket(const std::vector<TopicRow>& rows, std::size_t buckets) {
  std::vector<std::size_t> papers(buckets, 0);
  for (const TopicRow& row : rows) {
    std::transform(papers.begin(), papers.end(), row.papers.begin(), papers.begin(), std::plus<>());
  }
  return papers;
}

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

// The rows as they are drawn, without the scale, the caption and the axis.
charts::Shares drawn_rows(const Trend& trend, const std::vector<TopicRow>& rows,
                          const std::vector<std::size_t>& papers) {
  charts::Shares shares;
  double highest = 0;
  for (const TopicRow& row : rows) {
    charts::ShareRow drawn{
        row.label, row.language, trend.words.percent(share(row.total, sum(papers))), row.colour, {}};
    for (std::size_t bucket = 0; bucket < papers.size(); ++bucket) {
      drawn.shares.push_back(papers[bucket] == 0 ? std::nullopt
                                                 : std::optional(share(row.papers[bucket], papers[bucket])));
      highest = std::max(highest, drawn.shares.back().value_or(0));
    }
    shares.rows.push_back(std::move(drawn));
  }
  shares.top = std::min(charts::scale_to(highest, 10, charts::Numbers::Any).top, 1.0);
  return shares;
}

void add_table(const Trend& trend, const std::vector<TopicRow>& rows, const std::vector<std::size_t>& papers,
               const charts::Axis& axis, ChartView& view) {
  view.columns = {{trend.words.phrase("chart_period"), ""}, {trend.words.phrase("papers"), ""}};
  for (const TopicRow& row : rows) {
    view.columns.push_back({row.label, row.language});
  }
  for (std::size_t bucket = 0; bucket < papers.size(); ++bucket) {
    if (papers[bucket] == 0 && axis.gaps[bucket] == charts::Gap::None) {
      continue;
    }
    ChartRowView line = bucket_row(trend, bucket);
    const bool failed = axis.gaps[bucket] == charts::Gap::Failed;
    line.cells.push_back(failed ? trend.words.phrase("state_failed") : trend.words.count(papers[bucket]));
    for (const TopicRow& row : rows) {
      line.cells.push_back(
          papers[bucket] == 0 ? "–" : trend.words.percent(share(row.papers[bucket], papers[bucket])));
    }
    view.rows.push_back(std::move(line));
  }
}

std::string describe(const Trend& trend, const charts::Shares& shares) {
  std::vector<std::string> figures;
  for (const charts::ShareRow& row : shares.rows) {
    figures.push_back(trend.words.phrase("chart_figure", {{"label", row.label}, {"figure", row.figure}}));
  }
  return describe_stretch(trend, trend.words.list(figures));
}

}  // namespace

std::optional<ChartView> topics_chart(const Trend& whole) {
  const std::optional<Trend> part = with_topics(whole);
  if (!part) {
    return std::nullopt;
  }
  const Trend& trend = *part;
  const std::vector<TopicRow> rows = topic_rows(trend, count_papers(trend));
  const std::vector<std::size_t> papers = papers_by_bucket(rows, trend.timeline.size());
  const auto empty = std::count(papers.begin(), papers.end(), std::size_t{0});
  if (rows.size() < 2 || papers.size() - static_cast<std::size_t>(empty) < 2) {
    return std::nullopt;
  }
  ChartView view = named_chart(trend, "topics");
  charts::Shares shares = drawn_rows(trend, rows, papers);
  shares.axis = time_axis(trend);
  shares.caption = caption_of(trend, view, describe(trend, shares));
  view.hint = trend.words.phrase("chart_topics_hint",
                                 {{"by", stretch(trend, whole)}, {"top", trend.words.percent(shares.top)}});
  view.html = charts::draw(shares);
  explain_axis(trend, shares.axis, view);
  add_table(trend, rows, papers, shares.axis, view);
  return view;
}

}  // namespace paperboy::pages
