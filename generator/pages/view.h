#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/html.h"
#include "base/source.h"
#include "markup/rich_text.h"
#include "model/edition.h"
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
  std::string_view address;  // of the author's page, empty when there is none
  std::vector<std::string> affiliations;
};
// Null for no authors. Entries share those of their paper where they name the same people.
using AuthorList = std::shared_ptr<const std::vector<AuthorView>>;
// Of a list that may be null.
const std::vector<AuthorView>& people_of(const AuthorList& authors);

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
  std::string_view plain_title;
  AuthorList authors;
  bool authors_cut = false;
  std::vector<std::string> affiliations;
  TextView abstract;
  bool abstract_cut = false;
  std::string source;
  std::string source_address;
  std::optional<CategoryView> category;
  std::vector<CategoryView> categories;  // the further ones
  std::string published;                 // 2026-05-06 or empty
  std::vector<LinkView> links;           // outside: abs, pdf, doi, code…
  std::size_t appearance_count = 0;
  base::SourceSpan origin;

  // Where the title leads outside: abs page, DOI or the first link; may be empty.
  std::string_view main_link() const {
    return links.empty() ? std::string_view() : std::string_view(links.front().address);
  }
};

struct ScoreView {
  std::string_view axis;   // "relevance"
  std::string label;       // in the page's language
  std::string_view value;  // as given: "9"
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
  const model::Edition* facts = nullptr;  // what it was made from
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
  AuthorList authors;
  bool authors_cut = false;
  std::vector<std::string> affiliations;
  TextView abstract;
  bool abstract_cut = false;
  std::vector<ScoreView> scores;
  std::string total;  // "17" or empty
  double total_value = 0;
  bool matched_by_author = false;
  const TopicLinkView* topic = nullptr;
  std::vector<const TopicLinkView*> also_matches;
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
  const model::Entry* facts = nullptr;  // what it was made from
};

struct SectionView {
  const TopicLinkView* topic = nullptr;  // none: papers without a topic
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

// A feed that a page announces.
struct FeedLinkView {
  std::string title;
  std::string address;
  std::string type;  // "application/atom+xml"
};

// Where the papers of a page are to be had for reference managers.
struct CitationFilesView {
  std::string bibtex, ris, csl_json;  // addresses
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

// A paper like another one, and why.
struct RelatedPaperView {
  const PaperView* paper = nullptr;
  std::string reason;               // "authors", "terms", "topic"
  std::vector<std::string> shared;  // names of the authors or of the topic, terms
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

}  // namespace paperboy::pages
