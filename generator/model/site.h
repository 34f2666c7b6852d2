#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/localized.h"
#include "model/look.h"
#include "value/value.h"

namespace paperboy::model {

using Text = Localized<std::string>;

enum class Cadence { Daily, Weekly, Monthly };

// How an edition's papers are laid out.
enum class Grouping { Topic, Flat };
// What stands before a paper's title: counting afresh in each topic, through the whole edition, or the
// number the source gave.
enum class Numbering { Topic, Edition, Given };

// An item of the topic registry.
struct Topic {
  std::string id;
  Text label;
  Text description;                  // Markdown
  std::vector<std::string> aliases;  // other ids and labels that mean this topic: renames and merges
  value::Object extra;
  base::SourceSpan span;
};

// Given: the order of the file. Score: author matches first, then by total, then by the first axis.
enum class Sorting { Given, Score };

// A named stream of editions.
struct Series {
  std::string id;  // also its folder below content/
  Text title;
  Text description;    // Markdown
  Text edition_title;  // pattern with {date} {year} {month} {day} {week} {month_number} {day_number}
  Cadence cadence = Cadence::Daily;
  std::vector<std::string> languages;
  std::string address = "{series}/{date}/";  // pattern: {series} {date} {year} {month} {day} {week}
  Grouping grouping = Grouping::Topic;
  Numbering numbering = Numbering::Topic;
  Sorting sorting = Sorting::Given;
  bool show_empty_notes = false;  // whether structured notes without text keep their label
  base::SourceSpan span;
};

// A link of the site's menu beside the series.
struct MenuLink {
  Text label;
  std::string target;  // an address below the site, or a full URL
  base::SourceSpan span;
};

// content/site.yaml
struct Site {
  Text title;
  Text description;                             // plain text
  std::string base_url;                         // "https://example.org/papers/": always ends with '/'
  std::string base_path;                        // "/papers/": the path part of base_url
  std::vector<std::string> languages = {"en"};  // the first is the default, without address prefix
  std::vector<Topic> topics;                    // in display order
  std::vector<Series> series;
  // Whether the lists hold all that was meant: what a list with mistakes lacks is not to be reported again
  // wherever it is used.
  bool languages_are_known = true;
  bool topics_are_known = true;
  bool series_are_known = true;
  std::vector<MenuLink> menu;
  int author_page_minimum = 2;  // papers an author needs for a page; 0 = no author pages
  int top_papers = 10;          // papers in the "top" list of a week, month or year
  // Papers or editions on a page of a long list; only lists of more than twice as many are cut. 0 = never.
  int list_page_size = 30;
  std::vector<std::string> score_axes;  // order and names of scores; others follow by name
  Look look;

  const std::string& default_language() const { return languages.front(); }
  const Series* find_series(std::string_view id) const;
  // Null when no topic has the id.
  const Topic* topic(std::string_view id) const;
  // By id, alias or label in any language, without regard to case; null when unknown.
  const Topic* find_topic(std::string_view name) const;
};

}  // namespace paperboy::model
