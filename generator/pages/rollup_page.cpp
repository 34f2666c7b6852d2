#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "pages/citation_files.h"
#include "pages/entry_groups.h"
#include "pages/feeds.h"
#include "pages/heat_map.h"
#include "pages/page.h"
#include "pages/period_papers.h"
#include "pages/periods.h"
#include "pages/trends.h"

namespace paperboy::pages {

namespace {

LinkView period_link(const Catalog& catalog, const std::string& language, const Period& period) {
  std::vector<std::string> languages;
  for (const std::string& known : catalog.archive.site.languages) {
    if (period.versions.count(known) != 0) {
      languages.push_back(known);
    }
  }
  const std::string& address = period.versions.at(nearest_language(languages, language));
  return {period.name, catalog.addresses.href(address), "", false};
}

class RollupWriter {
 public:
  RollupWriter(const Catalog& catalog, const Periods& periods, const std::string& language)
      : catalog_(catalog), archive_(catalog.archive), periods_(periods), language_(language) {}

  RollupView write(const std::vector<Period>& siblings, std::size_t place) {
    const Period& period = siblings[place];
    view_.kind = period.kind;
    view_.period = period.name;
    view_.first_day = base::to_string(period.first_day);
    view_.last_day = base::to_string(period.last_day);
    if (place > 0) {
      view_.previous = period_link(catalog_, language_, siblings[place - 1]);
    }
    if (place + 1 < siblings.size()) {
      view_.next = period_link(catalog_, language_, siblings[place + 1]);
    }
    add_commentary(period);
    add_parts(period);
    for (std::size_t edition : *period.editions) {
      view_.editions.push_back(&catalog_.in(language_).card(edition));
    }
    add_keywords();
    add_papers(period);
    view_.states = count_states(archive_, *period.editions);
    if (period.kind == "year") {
      view_.heat_map = make_heat_year(catalog_, language_, period.first_day.year, all_editions(archive_));
    }
    if (period.kind != "week") {
      view_.calendar = make_calendar(catalog_, language_, *period.editions);
    }
    view_.charts = period_charts(catalog_, language_, *period.editions,
                                 period.kind == "week" ? Stretch::Week : Stretch::MonthOrYear);
    return std::move(view_);
  }

 private:
  void add_commentary(const Period& period) {
    for (std::string_view wanted : {std::string_view(language_), std::string_view("")}) {
      for (const model::RollupText& text : archive_.rollups) {
        bool here = text.period == period.name && text.language == wanted && view_.commentary.empty();
        const auto* html = here ? catalog_.texts.markdown(rollup_text(text, language_)) : nullptr;
        if (html != nullptr) {
          view_.commentary.push_back(
              {&html->text.html(), foreign_language(html->text.plain(), text.language, language_), ""});
        }
      }
    }
  }

  static bool overlaps(const Period& outer, const Period& inner) {
    return inner.first_day <= outer.last_day && outer.first_day <= inner.last_day;
  }

  void add_parts(const Period& period) {
    const std::vector<Period>& smaller = period.kind == "year" ? periods_.months : periods_.weeks;
    for (const Period& part : smaller) {
      if (period.kind != "week" && overlaps(period, part)) {
        view_.parts.push_back(period_link(catalog_, language_, part));
      }
    }
    const std::vector<Period>& larger = period.kind == "month" ? periods_.years : periods_.months;
    for (const Period& whole : larger) {
      if (period.kind != "year" && view_.up.address.empty() && overlaps(whole, period)) {
        view_.up = period_link(catalog_, language_, whole);
      }
    }
  }

  void add_papers(const Period& period) {
    PeriodPapers papers(catalog_, language_, *period.editions, period.first_day);
    view_.paper_count = papers.count();
    view_.repeated_count = papers.count_known_before();
    view_.new_count = view_.paper_count - view_.repeated_count;
    view_.scored = papers.is_scored();
    view_.top = papers.top(static_cast<std::size_t>(std::max(archive_.site.top_papers, 0)));
    view_.topics = papers.topics();
    view_.topic_tops = papers.topic_tops();
    view_.authors = papers.authors();
    view_.repeated = papers.repeated();
    if (view_.keywords.empty()) {
      add_found_keywords();
    }
  }

  void add_found_keywords() {
    const auto found = catalog_.keywords.find(language_ + " " + view_.period);
    for (std::size_t at = 0; found != catalog_.keywords.end() && at < found->second.size(); ++at) {
      const Keyword& keyword = found->second[at];
      view_.keywords.push_back(
          {keyword.shown, "", foreign_language(keyword.shown, "", language_), keyword.papers});
    }
    view_.keywords_computed = !view_.keywords.empty();
  }

  // What the editions themselves name.
  void add_keywords() {
    std::map<std::string, CountView> counts;
    for (const EditionCardView* edition : view_.editions) {
      for (const std::string& keyword : edition->keywords) {
        CountView& count = counts[base::fold(keyword)];
        count.label = count.label.empty() ? keyword : count.label;
        ++count.count;
      }
    }
    for (auto& [key, count] : counts) {
      view_.keywords.push_back(std::move(count));
    }
    std::stable_sort(view_.keywords.begin(), view_.keywords.end(),
                     [](const CountView& a, const CountView& b) { return a.count > b.count; });
    view_.keywords.resize(std::min(view_.keywords.size(), kMostKeywords));
  }

  const Catalog& catalog_;
  const model::Archive& archive_;
  const Periods& periods_;
  const std::string& language_;
  RollupView view_;
};

std::string rollup_title(const Catalog& catalog, const Period& period, const std::string& language) {
  for (const model::RollupText& text : catalog.archive.rollups) {
    if (text.period == period.name && text.language == language && !text.title.empty()) {
      return text.title;
    }
  }
  const base::IsoWeek week = base::iso_week(period.first_day);
  return catalog.phrase(
      language, "title_" + period.kind,
      {{"year", std::to_string(period.kind == "week" ? week.year : period.first_day.year)},
       {"month", fmt::format("{:02}", period.first_day.month)},
       {"month_name", catalog.phrase(language, fmt::format("month_{}", period.first_day.month))},
       {"week", std::to_string(week.week)}});
}

PageView build_rollup(const Catalog& catalog, const Periods& periods, const std::vector<Period>& siblings,
                      std::size_t place, const std::string& language) {
  const Period& period = siblings[place];
  RollupView content = RollupWriter(catalog, periods, language).write(siblings, place);
  std::vector<LinkView> breadcrumbs = {home_link(catalog, language)};
  if (!content.up.address.empty()) {
    breadcrumbs.push_back(content.up);
  }
  std::string title = rollup_title(catalog, period, language);
  std::string description = catalog.phrase(language, "rollup_description",
                                           {{"title", title},
                                            {"papers", std::to_string(content.paper_count)},
                                            {"editions", std::to_string(content.editions.size())}});
  PageView view = make_page_view(catalog, {"rollup", language, title, description, std::move(breadcrumbs)},
                                 period.versions);
  if (!content.editions.empty()) {
    view.date = content.editions.back()->date;
  }
  view.feeds = {main_feed_link(catalog, language, FeedScope::Site)};
  if (period.kind == "month" && content.paper_count > 0) {
    view.citations = citation_files(catalog, period.versions);
  }
  view.content = std::move(content);
  return view;
}

}  // namespace

std::vector<Page> plan_rollup_pages(const Catalog& catalog) {
  auto periods = std::make_shared<const Periods>(list_periods(catalog));
  std::vector<Page> pages;
  for (const std::vector<Period>* siblings : {&periods->weeks, &periods->months, &periods->years}) {
    for (std::size_t place = 0; place < siblings->size(); ++place) {
      for (const auto& [language, address] : (*siblings)[place].versions) {
        pages.push_back(
            {"rollup", language, address, {}, "", [&catalog, periods, siblings, place, language = language] {
               return build_rollup(catalog, *periods, *siblings, place, language);
             }});
      }
    }
  }
  return pages;
}

}  // namespace paperboy::pages
