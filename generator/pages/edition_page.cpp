#include <algorithm>

#include "base/text.h"
#include "pages/citation_files.h"
#include "pages/edition_content.h"
#include "pages/entry_groups.h"
#include "pages/feeds.h"
#include "pages/leads.h"
#include "pages/page.h"
#include "pages/trends.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kLeads = 3;

std::string count_text(const std::optional<std::int64_t>& count) {
  return count ? std::to_string(*count) : "";
}

// Fills the page of one edition in one language.
class EditionPageWriter {
 public:
  EditionPageWriter(const Catalog& catalog, std::size_t index, const std::string& language)
      : catalog_(catalog),
        views_(catalog.in(language)),
        edition_(catalog.archive.editions[index]),
        series_(*catalog.archive.site.find_series(edition_.series)),
        index_(index),
        language_(language),
        words_(edition_, language) {}

  EditionView write() {
    view_ = edition_content(catalog_, index_, language_);
    add_neighbours();
    add_periods();
    add_facts();
    add_words();
    add_prompts();
    view_.charts = edition_charts(catalog_, language_, index_);
    return std::move(view_);
  }

 private:
  // Neighbours are editions that exist, in any language, never dates that might.
  void add_neighbours() {
    const std::vector<std::size_t>& editions = catalog_.archive.editions_by_series.at(series_.id);
    auto place = std::find(editions.begin(), editions.end(), index_);
    if (place != editions.begin()) {
      view_.previous = &views_.card(*(place - 1));
    }
    if (place + 1 != editions.end()) {
      view_.next = &views_.card(*(place + 1));
    }
  }

  void add_periods() {
    base::YearMonth month = base::year_month(edition_.date);
    view_.month = base::to_string(month);
    view_.month_address = catalog_.addresses.href(catalog_.addresses.month(language_, month));
    base::IsoWeek week = base::iso_week(edition_.date);
    view_.week = base::to_string(week);
    view_.week_address = catalog_.addresses.href(catalog_.addresses.week(language_, week));
  }

  void add_facts() {
    for (const model::Run& run : edition_.runs) {
      view_.runs.push_back({run.model, count_text(run.prompt_tokens), count_text(run.completion_tokens),
                            count_text(run.total_tokens), run.prompt_cost, run.completion_cost,
                            run.total_cost});
    }
    view_.total_count = count_text(edition_.counts.total);
    view_.scanned_count = count_text(edition_.counts.scanned);
    view_.relevant_count = count_text(edition_.counts.relevant);
    for (const std::string& file : edition_.files) {
      view_.files.push_back({file, "", "", false});
    }
  }

  void add_words() {
    using model::EditionText;
    if (auto* themes =
            words_.first([](const EditionText& t) { return t.themes.empty() ? nullptr : &t.themes; })) {
      view_.themes = *themes;
    }
    if (auto* legend =
            words_.first([](const EditionText& t) { return t.legend.empty() ? nullptr : &t.legend; })) {
      for (const auto& [tag, meaning] : *legend) {
        view_.legend.push_back({tag, meaning, "", false});
      }
    }
    view_.top_picks = top_picks(catalog_, index_, language_);
    if (view_.top_picks.empty()) {
      view_.leads = choose_leads(catalog_, index_, language_, kLeads);
    }
  }

  void add_prompts() {
    for (const std::string& name : edition_.prompts) {
      auto prompt = catalog_.archive.prompts.find(name);
      if (prompt != catalog_.archive.prompts.end()) {
        const auto* converted = catalog_.texts.markdown(prompt_text(prompt->second, language_));
        std::string title = prompt->second.title.empty() ? name : prompt->second.title;
        PromptView view{std::move(title), nullptr, ""};
        if (converted != nullptr) {
          view.html = &converted->text.html();
          view.language = foreign_language(converted->text.plain(), "", language_);
        }
        view_.prompts.push_back(std::move(view));
      }
    }
  }

  const Catalog& catalog_;
  const LanguageCatalog& views_;
  const model::Edition& edition_;
  const model::Series& series_;
  std::size_t index_;
  const std::string& language_;
  EditionWords words_;
  EditionView view_;
};

std::string describe(const Catalog& catalog, const EditionView& view, const std::string& language) {
  std::string count = std::to_string(view.card.paper_count);
  if (view.themes.empty()) {
    return catalog.phrase(language, "edition_description",
                          {{"count", count}, {"series", view.card.series_title}, {"date", view.card.date}});
  }
  return catalog.phrase(language, "edition_description_themes",
                        {{"count", count},
                         {"series", view.card.series_title},
                         {"date", view.card.date},
                         {"themes", base::join(view.themes, catalog.phrase(language, "list_separator"))}});
}

PageView build_edition(const Catalog& catalog, std::size_t index, const std::string& language,
                       const Versions& versions) {
  EditionView content = EditionPageWriter(catalog, index, language).write();
  std::vector<LinkView> breadcrumbs = {home_link(catalog, language),
                                       {content.card.series_title, content.card.series_address, "", false}};
  PageView view = make_page_view(
      catalog,
      {"edition", language, content.card.title, describe(catalog, content, language), std::move(breadcrumbs)},
      versions);
  view.date = content.card.date;
  view.picture = share_card(catalog, versions.at(language), view.title);
  view.feeds = {main_feed_link(catalog, language, FeedScope::Series, content.card.series)};
  if (!content.entries.empty()) {
    view.citations = citation_files(catalog, versions);
  }
  view.content = std::move(content);
  return view;
}

Versions edition_versions(const Catalog& catalog, const model::Edition& edition,
                          const model::Series& series) {
  Versions versions;
  for (const std::string& language : edition.languages) {
    if (std::optional<std::string> address = catalog.addresses.edition(language, series, edition.date)) {
      versions[language] = *std::move(address);
    }
  }
  return versions;
}

// An edition names its neighbours.
bool shows_changed(const model::Archive& archive, std::size_t index, const base::IsChanged& is_changed) {
  const std::vector<std::size_t>& all = archive.editions_by_series.at(archive.editions[index].series);
  const auto place = std::lower_bound(all.begin(), all.end(), index);
  const auto first = place == all.begin() ? place : place - 1;
  const auto last = place + 1 == all.end() ? place + 1 : place + 2;
  return std::any_of(first, last,
                     [&](std::size_t edition) { return is_changed(&archive.editions[edition]); });
}

}  // namespace

std::vector<Page> plan_edition_pages(const Catalog& catalog) {
  std::vector<Page> pages;
  for (std::size_t index = 0; index < catalog.archive.editions.size(); ++index) {
    const model::Edition& edition = catalog.archive.editions[index];
    const model::Series& series = *catalog.archive.site.find_series(edition.series);
    Versions versions = edition_versions(catalog, edition, series);
    for (const auto& [language, address] : versions) {
      std::string section = catalog.addresses.series(
          nearest_language(catalog.index.series_languages.at(series.id), language), series);
      pages.push_back({"edition", language, address, edition.span, std::move(section),
                       [&catalog, index, language = language, versions] {
                         return build_edition(catalog, index, language, versions);
                       },
                       [&catalog, index](const base::IsChanged& is_changed) {
                         return shows_changed(catalog.archive, index, is_changed);
                       }});
    }
  }
  return pages;
}

}  // namespace paperboy::pages
