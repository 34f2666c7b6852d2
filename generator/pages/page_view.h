#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/archive.h"
#include "model/look.h"
#include "pages/view.h"

// What the page of each kind shows, `page` and `site` as layouts see them; made of the objects in view.h.
namespace paperboy::pages {

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

// page.paper
struct PaperPageView {
  const PaperView* paper = nullptr;
  std::vector<const EntryView*> appearances;  // oldest first
  std::vector<CommentaryView> notes;
  std::vector<RelatedPaperView> related;  // nearest first
  std::string_view bibtex;                // its entry, to be copied
  std::string citation_date;              // "2026/05/06", "2026/05" or empty: what a citation states
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

// All feeds about one thing: the whole site, a series, a topic.
struct FeedSetView {
  LinkView about;  // its page
  std::string atom, rss, json;
};

// page.feeds_page
struct FeedsPageView {
  std::vector<FeedSetView> site;    // one a language, the page's own first
  std::vector<FeedSetView> series;  // in the page's language
  std::vector<FeedSetView> topics;
  std::string opml_address;
};

struct NotFoundView {
  std::vector<const EditionCardView*> latest;
};

// page.redirect: a page that sends readers of an old address on
struct RedirectView {
  std::string target;  // what stands in an href, with its #anchor
};

using PageContent = std::variant<std::monostate, HomeView, SeriesView, EditionView, RollupView, TopicView,
                                 PaperPageView, AuthorPageView, CategoryPageView, IndexView, FreePageView,
                                 FeedsPageView, NotFoundView, RedirectView>;

// The picture that goes with a link to a page where it is shared.
struct PictureView {
  std::string url;  // absolute
  std::size_t width = 0;
  std::size_t height = 0;
  std::string alt;
};

// `page` in every layout.
struct PageView {
  std::string kind;          // "edition"
  std::string language;      // "zh"
  std::string language_tag;  // "zh-Hans": for the lang attribute
  std::string locale;        // "zh_CN": for those who want a country with it; empty when none is known
  std::string address;       // "/papers/daily/2026-05-06/"
  std::string url;           // canonical, absolute; on a redirect that of its target
  std::string title;         // plain text, the page's heading
  std::string description;
  std::vector<LinkView> breadcrumbs;  // from home to the page's parent
  std::vector<LinkView> alternates;   // this page in the other languages: label, address, language
  std::string date;                 // of the newest content it shows: "2026-05-06"; empty when it shows none
  std::vector<FeedLinkView> feeds;  // that it announces: its own first, then the site's
  // Of the papers it shows; on the front page BibTeX of all, the other two empty.
  std::optional<CitationFilesView> citations;
  std::optional<PictureView> picture;  // its own, else that of the front page; none on papers
  base::Html structured_data;          // JSON-LD, the inside of a script element; may be empty
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
  std::string reading_list_address, feeds_address, search_address;
  std::vector<TopicLinkView> topics;  // those that have papers, registry order
  std::string newest_date;
  std::size_t paper_count = 0, edition_count = 0;
  LookView look;
  const model::Show* show = nullptr;
  const model::Archive* archive = nullptr;  // what the date and the counts are of
};

}  // namespace paperboy::pages
