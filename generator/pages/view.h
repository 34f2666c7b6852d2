#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/html.h"
#include "base/source.h"
#include "markup/rich_text.h"
#include "model/edition.h"
#include "model/look.h"
#include "templates/ref.h"

// What layouts see. Each struct is one object of the template language; a field has the same name there.
// Addresses are ready to be written into href: they begin with the site's base path.
// `language` beside a text is the language of that text where it differs from the page's, else empty.
namespace paperboy::pages {

struct LinkView {
  std::string label;
  std::string address;
  std::string language;
  bool current = false;  // the page itself, or a part of the site it belongs to
};

// A text ready for a page.
struct TextView {
  const markup::RichText* text = nullptr;  // null: there is none
  std::string language;
};

struct AuthorView {
  const markup::RichText* name = nullptr;
  std::string address;  // of the author's page, empty when there is none
  std::vector<std::string> affiliations;
};

struct CategoryView {
  std::string label;    // "cs.LG"
  std::string address;  // of its page
};

// A paper, as all pages in one language show it.
struct PaperView {
  std::string id;        // canonical: "arxiv:2605.03769"
  std::string arxiv_id;  // "2605.03769" or empty
  std::string doi;       // "10.…" or empty
  int version = 0;
  std::string address;   // of its page
  std::string language;  // of its page, when it has none in the page's language
  TextView title;
  std::string plain_title;
  std::vector<AuthorView> authors;
  bool authors_cut = false;
  std::vector<std::string> affiliations;
  TextView abstract;
  bool abstract_cut = false;
  std::string source;
  std::string source_address;
  std::optional<CategoryView> category;
  std::vector<CategoryView> categories;  // the further ones
  std::string published;                 // 2026-05-06 or empty
  std::string main_link;                 // where the title leads outside: abs page, DOI or the first link
  std::vector<LinkView> links;           // outside: abs, pdf, doi, code…
  std::size_t appearance_count = 0;
  base::SourceSpan origin;
};

struct ScoreView {
  std::string axis;   // "relevance"
  std::string label;  // in the page's language
  std::string value;  // as given: "9"
};

struct TopicLinkView {
  std::string id;
  std::string label;
  std::string language;
  std::string address;
};

struct StructuredNoteView {
  std::string label;
  const base::Html* html = nullptr;  // null for an empty one
};

// Commentary: HTML made from Markdown.
struct CommentaryView {
  const base::Html* html = nullptr;
  std::string language;
  std::string author;
};

// An edition in lists.
struct EditionCardView {
  std::size_t number = 0;  // place in its series, from 1 for the oldest
  std::string title;
  std::string language;  // of the edition's page, when it has none in the page's language
  std::string address;
  std::string date;
  std::string series;  // id
  std::string series_title;
  std::string series_address;
  std::string state;  // published, quiet, empty, failed
  std::size_t paper_count = 0;
  const base::Html* summary = nullptr;
  std::string summary_language;
  std::vector<std::string> keywords;
};

// A paper in an edition: on the edition's page, and in lists elsewhere.
struct EntryView {
  const PaperView* paper = nullptr;
  const EditionCardView* edition = nullptr;
  std::string anchor;                    // "paper-2605-03769"
  std::vector<std::string> old_anchors;  // "link3"
  std::string address;                   // of the entry: its edition's page and anchor
  std::string number;                    // to show: "1", "01"
  std::size_t rank = 0;
  TextView title;  // as this edition gives it
  std::string date;
  std::string announce_type;  // "new", "replace-cross", or empty
  std::vector<AuthorView> authors;
  bool authors_cut = false;
  std::vector<std::string> affiliations;
  TextView abstract;
  bool abstract_cut = false;
  std::vector<ScoreView> scores;
  std::string total;  // "17" or empty
  double total_value = 0;
  bool matched_by_author = false;
  std::optional<TopicLinkView> topic;
  std::vector<TopicLinkView> also_matches;
  TextView comment;
  TextView topic_match;
  std::vector<CommentaryView> commentary;
  std::vector<StructuredNoteView> notes;
  std::string notes_language;
  std::vector<CommentaryView> paper_notes;  // notes that follow the paper
  TextView headline;
  std::string tag;
  const EditionCardView* first_seen = nullptr;  // the earliest other edition before this one
  std::vector<std::pair<std::string, std::string>> extra;
  base::SourceSpan origin;
};

struct SectionView {
  std::optional<TopicLinkView> topic;  // none: papers without a topic
  std::string anchor;
  std::vector<const EntryView*> entries;
};

struct RunView {
  std::string model;
  std::string prompt_tokens, completion_tokens, total_tokens;
  std::string prompt_cost, completion_cost, total_cost;
};

struct TopPickView {
  std::string title;  // short title as written, else the paper's
  std::string address;
  const EntryView* entry = nullptr;
  const base::Html* reason = nullptr;
};

struct PromptView {
  std::string title;
  const base::Html* html = nullptr;
  std::string language;
};

// The head of a column.
struct ChartLabelView {
  std::string label;
  std::string language;
};
// What a sign of a chart means: "failed", "quiet"; or the text of a numbered mark: "1".
struct ChartKeyView {
  std::string sign;
  std::string label;
};
struct ChartRowView {
  std::string label;
  std::vector<std::string> cells;  // one for each column but the first
};

// A drawing with the same numbers as a table.
struct ChartView {
  std::string kind;     // "topics", "scores", "funnel", "cost", "papers"
  std::string subject;  // the series it is about, where a page shows several; may be empty
  std::string title;
  std::string hint;  // how it is read; may be empty
  base::Html html;   // an SVG element
  std::vector<ChartKeyView> key;
  std::vector<ChartKeyView> changes;  // of model, prompt or topics
  std::vector<ChartLabelView> columns;
  std::vector<ChartRowView> rows;
};

// page.edition
struct EditionView {
  EditionCardView card;
  std::string month, month_address;  // "2026-05"
  std::string week, week_address;    // "2026-w19"
  const EditionCardView* previous = nullptr;
  const EditionCardView* next = nullptr;
  std::vector<RunView> runs;
  std::string total_count, scanned_count, relevant_count;  // as given, or empty
  bool grouped = false;                                    // by topic
  std::vector<SectionView> sections;                       // one without topic when not grouped
  std::vector<const EntryView*> entries;
  bool show_empty_notes = false;
  bool has_headlines = false;
  std::vector<LinkView> legend;  // label = tag, address = meaning
  std::vector<std::string> themes;
  const base::Html* body = nullptr;
  const base::Html* closing = nullptr;
  std::vector<TopPickView> top_picks;
  std::vector<TopPickView> leads;  // best entries, when no one picked any
  std::vector<PromptView> prompts;
  std::vector<LinkView> files;  // content files, with an edit address where the site has one
  std::vector<ChartView> charts;
};

struct CalendarDayView {
  unsigned day = 0;  // 0: a cell outside the month
  std::string date;
  std::vector<const EditionCardView*> editions;
};

struct CalendarMonthView {
  std::string label;                                // "2026-05"
  std::string address;                              // of the month's page, or empty
  std::vector<std::vector<CalendarDayView>> weeks;  // Monday first, 7 cells each
};

struct CountView {
  std::string label;
  std::string address;
  std::string language;
  std::size_t count = 0;
};

// Where a page stands among the pages of a long list.
struct PagingView {
  std::size_t number = 1;         // of this page; pages by date are numbered from the oldest
  std::size_t count = 1;          // of pages; 1: the list is on this page alone
  bool by_date = false;           // newest first: previous is newer, next is older
  LinkView previous, next;        // in the order of reading; labels are numbers
  LinkView front;                 // the page without a number; none on that page itself
  std::vector<CountView> months;  // on the front page: all months, newest first, and where each begins
};

// A day of a heat map.
struct HeatDayView {
  unsigned day = 0;  // 0: a cell outside the month
  std::string date;
  std::size_t paper_count = 0;  // in all its editions
  std::size_t level = 0;        // 0: no papers; 1 to 4: the quarter of the days with papers it falls into
  std::string state;            // of its editions: published when one is; empty: there is no edition
  std::string address;          // of the first edition with papers, else the first
  std::string language;         // of that edition, when it is in another language
  std::vector<const EditionCardView*> editions;
};

struct HeatMonthView {
  std::string label;                           // "2026-05"
  std::string address;                         // of the month's page
  std::vector<std::vector<HeatDayView>> rows;  // Monday to Sunday, a cell a week
};

// How many papers each day of a year had; months without editions are left out.
struct HeatYearView {
  std::string label;    // "2026"
  std::string address;  // of the year's page
  std::vector<HeatMonthView> months;
};

// page.home
struct SeriesCardView {
  std::string id;
  std::string title;
  std::string address;
  const base::Html* description = nullptr;
  std::string cadence;
  std::size_t edition_count = 0;
  std::vector<const EditionCardView*> latest;  // newest first, a few
  std::vector<const EntryView*> headlines;     // of its newest published edition, a few
};

// What the front page leads with: the newest edition that has something to lead with.
struct FrontView {
  const EditionCardView* edition = nullptr;
  std::vector<TopPickView> leads;
  bool picked = false;  // by a curator
};
struct HomeView {
  std::optional<FrontView> front;
  std::vector<SeriesCardView> series;
  std::vector<CountView> topics;
  std::vector<CountView> years;
  std::vector<CountView> months;
  std::optional<HeatYearView> heat_map;  // the newest year, all series
};

// page.series
struct SeriesView {
  SeriesCardView card;
  std::vector<const EditionCardView*> editions;  // newest first
  std::vector<CalendarMonthView> calendar;       // newest month first
  std::optional<HeatYearView> heat_map;          // its newest year; on the front page
  std::vector<CountView> years;                  // years with its editions, newest first; on the front page
  std::vector<ChartView> charts;                 // on the front page
  PagingView paging;
};

// The best papers of a topic in a period.
struct TopicTopView {
  TopicLinkView topic;
  std::size_t paper_count = 0;
  std::vector<const EntryView*> entries;  // at most 3
};

// A paper that several editions of a period carried.
struct RepeatedPaperView {
  const EntryView* entry = nullptr;  // the newest
  std::size_t edition_count = 0;
};

struct StateCountView {
  std::string state;  // published, quiet, empty, failed
  std::size_t count = 0;
};

// page.rollup: a week, month or year
struct RollupView {
  std::string kind;    // "week", "month", "year"
  std::string period;  // "2026-w19"
  std::string first_day, last_day;
  LinkView previous, next;  // empty address: none
  LinkView up;              // a month's year
  std::vector<CommentaryView> commentary;
  std::vector<const EditionCardView*> editions;  // oldest first
  std::vector<LinkView> parts;                   // a year's months, a month's weeks
  // The best papers by total score, one entry a paper; without any scores those that stand first in their
  // editions.
  std::vector<const EntryView*> top;
  bool scored = false;
  std::vector<CountView> topics;         // papers by topic, registry order
  std::vector<TopicTopView> topic_tops;  // topics with more than a few papers
  std::vector<CountView> keywords;
  bool keywords_computed = false;           // from titles and abstracts: no edition gives any
  std::vector<CountView> authors;           // with at least 2 papers, most papers first
  std::vector<RepeatedPaperView> repeated;  // in several editions of the period, most editions first
  std::vector<StateCountView> states;       // of the editions; only those that occur
  std::optional<HeatYearView> heat_map;     // of a year
  std::size_t paper_count = 0;              // different papers
  std::size_t new_count = 0;                // seen for the first time
  std::size_t repeated_count = 0;           // seen before this period
  std::vector<CalendarMonthView> calendar;
  std::vector<ChartView> charts;
};

// A list of entries under one heading, in topic, author and category pages.
struct EntryGroupView {
  std::string label;    // "2026-05"
  std::string address;  // of that month's page
  std::string anchor;   // of the group on its page: "_2026-05"
  std::vector<const EntryView*> entries;
};

// page.topic
struct TopicView {
  TopicLinkView topic;
  const base::Html* description = nullptr;
  std::size_t paper_count = 0;
  std::vector<EntryGroupView> groups;                      // newest month first
  std::vector<CountView> also;                             // topics that its papers also match
  std::vector<std::pair<std::string, std::string>> extra;  // single values of the topic's `extra`
  std::vector<ChartView> charts;                           // on the front page
  PagingView paging;
};

// A paper like another one, and why.
struct RelatedPaperView {
  const PaperView* paper = nullptr;
  std::string reason;               // "authors", "terms", "topic"
  std::vector<std::string> shared;  // names of the authors or of the topic, terms
};

// page.paper
struct PaperPageView {
  const PaperView* paper = nullptr;
  std::vector<const EntryView*> appearances;  // oldest first
  std::vector<CommentaryView> notes;
  std::vector<RelatedPaperView> related;  // nearest first
};

// page.author
struct AuthorPageView {
  std::string name;
  std::vector<std::string> affiliations;
  std::size_t paper_count = 0;
  std::vector<EntryGroupView> groups;
  PagingView paging;
};

// page.category: a category of a source, or the source itself
struct CategoryPageView {
  std::string source;
  std::string category;  // empty on the page of a source
  std::string source_address;
  std::size_t paper_count = 0;
  std::vector<CountView> categories;  // on the page of a source
  std::vector<EntryGroupView> groups;
  PagingView paging;
};

// page.index: /topics/, /authors/, /sources/
struct IndexView {
  std::string name;                 // "topics", "authors", "sources"
  std::vector<CountView> items;     // beside initials: the authors with the most papers
  std::vector<CountView> initials;  // pages of a long authors index; empty when everybody is in `items`
  PagingView paging;                // on the page of an initial
};

// page.free_page
struct FreePageView {
  const base::Html* html = nullptr;
  std::vector<LinkView> headings;
};

struct NotFoundView {
  std::vector<const EditionCardView*> latest;
};

// page.redirect: a page that sends readers of an old address on
struct RedirectView {
  std::string target;  // what stands in an href, with its #anchor
};

using PageContent =
    std::variant<std::monostate, HomeView, SeriesView, EditionView, RollupView, TopicView, PaperPageView,
                 AuthorPageView, CategoryPageView, IndexView, FreePageView, NotFoundView, RedirectView>;

// `page` in every layout.
struct PageView {
  std::string kind;          // "edition"
  std::string language;      // "zh"
  std::string language_tag;  // "zh-Hans": for the lang attribute
  std::string address;       // "/papers/daily/2026-05-06/"
  std::string url;           // canonical, absolute; on a redirect that of its target
  std::string title;         // plain text, the page's heading
  std::string description;
  std::vector<LinkView> breadcrumbs;  // from home to the page's parent
  std::vector<LinkView> alternates;   // this page in the other languages: label, address, language
  PageContent content;
};

struct LogoView {
  std::string address;
  std::string alt;
  bool with_title = true;
};

// `site.look`
struct LookView {
  std::string theme;  // "auto", "light", "dark"
  std::optional<LogoView> logo;
};

// `site` in every layout, one a language.
struct SiteView {
  std::string title;
  std::string description;
  std::string language;
  std::string base_path;  // "/papers/": what every address of the site begins with
  std::string home_address;
  std::vector<LinkView> series;  // current where the page belongs to it
  std::vector<LinkView> menu;
  std::string topics_address, authors_address, sources_address;  // empty when there is no such page
  std::string reading_list_address;
  std::vector<TopicLinkView> topics;  // those that have papers, registry order
  std::string newest_date;
  std::size_t paper_count = 0, edition_count = 0;
  LookView look;
  const model::Show* show = nullptr;
};

}  // namespace paperboy::pages
