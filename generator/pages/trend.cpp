#include "pages/trend.h"

#include <algorithm>

#include "pages/changes.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kMostMarks = 6;
constexpr std::size_t kMostNames = 2;
constexpr std::size_t kColours = 8;

std::string prompt_title(const Catalog& catalog, const std::string& name) {
  const auto prompt = catalog.archive.prompts.find(name);
  return prompt == catalog.archive.prompts.end() || prompt->second.title.empty() ? name
                                                                                 : prompt->second.title;
}

std::string topic_label(const Catalog& catalog, const ChartWords& words, const std::string& id) {
  const model::Topic* topic = catalog.archive.site.topic(id);
  const auto* label = topic == nullptr ? nullptr : topic->label.best(words.language());
  return label == nullptr ? id : label->value;
}

// One or two by name; of more it would be long, and the charts name them.
std::string topic_names(const Catalog& catalog, const ChartWords& words,
                        const std::vector<std::string>& topics) {
  if (topics.size() > kMostNames) {
    return words.count(topics.size());
  }
  std::vector<std::string> names;
  for (const std::string& topic : topics) {
    names.push_back(topic_label(catalog, words, topic));
  }
  return words.list(names);
}

// Titles, where they tell the prompts apart, else names.
std::pair<std::string, std::string> prompt_names(const Catalog& catalog, const ChartWords& words,
                                                 const Change& change) {
  std::vector<std::string> from;
  std::vector<std::string> to;
  for (const std::string& prompt : change.from) {
    from.push_back(prompt_title(catalog, prompt));
  }
  for (const std::string& prompt : change.to) {
    to.push_back(prompt_title(catalog, prompt));
  }
  if (from == to) {
    return {words.list(change.from), words.list(change.to)};
  }
  return {words.list(from), words.list(to)};
}

std::string describe(const Catalog& catalog, const ChartWords& words, const Change& change) {
  switch (change.kind) {
    case Change::Kind::Model:
      return words.phrase("chart_change_model",
                          {{"from", words.list(change.from)}, {"to", words.list(change.to)}});
    case Change::Kind::Prompt: {
      const auto [from, to] = prompt_names(catalog, words, change);
      return words.phrase("chart_change_prompt", {{"from", from}, {"to", to}});
    }
    case Change::Kind::Topics:
      break;
  }
  std::string text;
  if (!change.to.empty()) {
    text = words.phrase("chart_change_topics_new", {{"topics", topic_names(catalog, words, change.to)}});
  }
  if (!change.from.empty()) {
    text += text.empty() ? "" : words.phrase("chart_change_separator");
    text += words.phrase("chart_change_topics_gone", {{"topics", topic_names(catalog, words, change.from)}});
  }
  return text;
}

// The changes of one bucket share a mark.
struct MarkedChanges {
  base::Date date;
  std::string text;
};

std::vector<MarkedChanges> marked_changes(const Trend& trend) {
  std::vector<MarkedChanges> marked;
  for (const Trend::Footnote& change : trend.changes) {
    const std::string text =
        trend.words.phrase("chart_change", {{"day", trend.words.day(change.date)}, {"change", change.text}});
    if (marked.empty() || trend.timeline.bucket(marked.back().date) != trend.timeline.bucket(change.date)) {
      marked.push_back({change.date, text});
    } else if (marked.back().date == change.date) {
      marked.back().text += trend.words.phrase("chart_change_separator") + change.text;
    } else {
      marked.back().text += trend.words.phrase("chart_change_separator") + text;
    }
  }
  return marked;
}

// A bucket without papers has failed when one of its runs has.
std::vector<charts::Gap> gaps_of(const Trend& trend) {
  std::vector<charts::Gap> gaps(trend.timeline.size(), charts::Gap::None);
  std::vector<bool> filled(gaps.size(), false);
  for (const std::size_t index : trend.editions) {
    const model::Edition& edition = trend.edition(index);
    const std::size_t bucket = trend.timeline.bucket(edition.date);
    filled[bucket] = filled[bucket] || !edition.entries.empty();
    if (edition.state == model::EditionState::Failed) {
      gaps[bucket] = charts::Gap::Failed;
    } else if (gaps[bucket] == charts::Gap::None) {
      gaps[bucket] = charts::Gap::Quiet;
    }
  }
  for (std::size_t bucket = 0; bucket < gaps.size(); ++bucket) {
    gaps[bucket] = filled[bucket] ? charts::Gap::None : gaps[bucket];
  }
  return gaps;
}

}  // namespace

std::vector<Trend::Footnote> footnotes_of(const Catalog& catalog, const ChartWords& words,
                                          const model::Series& series, base::Date first, base::Date last) {
  std::vector<Trend::Footnote> footnotes;
  for (const Change& change : catalog.changes_of(series)) {
    if (first <= change.date && change.date <= last) {
      footnotes.push_back({change.date, describe(catalog, words, change)});
    }
  }
  return footnotes;
}

Trend part_of(const Trend& trend, std::size_t first, std::size_t last) {
  const auto begin = trend.editions.begin();
  Trend part = trend;
  part.editions = {begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last) + 1};
  const base::Date first_day = trend.edition(trend.editions[first]).date;
  const base::Date last_day = trend.edition(trend.editions[last]).date;
  part.timeline = Timeline(first_day, last_day, trend.cadence);
  part.changes.clear();
  for (const Trend::Footnote& change : trend.changes) {
    if (first_day <= change.date && change.date <= last_day) {
      part.changes.push_back(change);
    }
  }
  return part;
}

ChartView named_chart(const Trend& trend, std::string_view kind) {
  ChartView view;
  view.kind = kind;
  view.subject = trend.subject;
  view.title = trend.words.phrase("chart_" + std::string(kind));
  return view;
}

charts::Caption caption_of(const Trend& trend, const ChartView& view, std::string description) {
  std::string title = view.title;
  if (!view.subject.empty()) {
    title = trend.words.phrase("chart_title_of", {{"chart", view.title}, {"subject", view.subject}});
  }
  return {trend.id + "-" + view.kind, std::move(title), std::move(description)};
}

charts::Axis time_axis(const Trend& trend) {
  charts::Axis axis{trend.timeline.size(), trend.timeline.ticks(trend.words), {}, gaps_of(trend)};
  const std::vector<MarkedChanges> marked = marked_changes(trend);
  const std::size_t left_out = marked.size() - std::min(marked.size(), kMostMarks);
  for (std::size_t place = left_out; place < marked.size(); ++place) {
    axis.marks.push_back({trend.timeline.place(marked[place].date), std::to_string(place - left_out + 1)});
  }
  return axis;
}

void explain_axis(const Trend& trend, const charts::Axis& axis, ChartView& view) {
  if (std::count(axis.gaps.begin(), axis.gaps.end(), charts::Gap::Quiet) != 0) {
    view.key.push_back({"quiet", trend.words.phrase("chart_gap_quiet")});
  }
  if (std::count(axis.gaps.begin(), axis.gaps.end(), charts::Gap::Failed) != 0) {
    view.key.push_back({"failed", trend.words.phrase("chart_gap_failed")});
  }
  const std::vector<MarkedChanges> marked = marked_changes(trend);
  const std::size_t left_out = marked.size() - axis.marks.size();
  for (std::size_t place = 0; place < axis.marks.size(); ++place) {
    view.changes.push_back({axis.marks[place].label, marked[left_out + place].text});
  }
  if (left_out > 0) {
    view.hint += " " + trend.words.phrase("chart_changes_left_out", {{"count", trend.words.count(left_out)}});
  }
}

ChartRowView bucket_row(const Trend& trend, std::size_t bucket) {
  return {trend.timeline.label(trend.words, bucket), {}};
}

std::string describe_stretch(const Trend& trend, const std::string& figures) {
  return trend.words.phrase("chart_text",
                            {{"first", trend.words.day(trend.edition(trend.editions.front()).date)},
                             {"last", trend.words.day(trend.edition(trend.editions.back()).date)},
                             {"figures", figures}});
}

std::string topic_colour(const model::Archive& archive, std::string_view topic) {
  for (std::size_t place = 0; place < archive.site.topics.size(); ++place) {
    if (archive.site.topics[place].id == topic) {
      return "chart-" + std::to_string(place % kColours + 1);
    }
  }
  return std::string(kPlainColour);
}

}  // namespace paperboy::pages
