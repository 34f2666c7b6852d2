#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/format.h"
#include "importers/tree.h"

namespace paperboy::importers {

// Markdown pages of scored papers, one a day, in two layouts: a flat list with a small usage table, or papers
// by topic with a usage table in HTML. The selection prompt stands at the end of both.
const Format& topic_scored_md_format();

// What stands before the titles of a page: a place in the list that need not be kept, or numbers of its own.
enum class PageNumbers { Places, Given };

// The edition on a page and the prompt below it, added to `imported`.
void read_scored_page(const base::Source& source, base::Date date, PageNumbers numbers,
                      const Context& context, Imported& imported);

// Pieces of a text, each knowing where it stands.
base::SourceSpan trimmed(base::SourceSpan span);
base::SourceSpan piece(base::SourceSpan span, std::size_t offset, std::size_t size = std::string_view::npos);
std::vector<base::SourceSpan> lines_of(const base::Source& source);
// From where the first begins to where the second ends.
base::SourceSpan through(base::SourceSpan first, base::SourceSpan last);
value::Value text_of(base::SourceSpan span);
value::Value number_of(base::SourceSpan span);
// Names separated by commas.
value::Value names_of(base::SourceSpan span);

// `[title](target)`, as in `## 3. [A paper](https://arxiv.org/abs/2605.03769) <a id="link3"></a>`.
struct LinkLine {
  base::SourceSpan number;  // without the full stop; empty when there is none
  base::SourceSpan title;
  base::SourceSpan target;
};
std::optional<LinkLine> read_link_line(base::SourceSpan line);

// What a heading of a topic says: `Memory Systems (14) <a id="topic-memory-systems"></a>`.
struct TopicLine {
  base::SourceSpan label;
  base::SourceSpan count;
  std::string id;  // from the anchor; empty when there is none
};

// The topics that a page names, with the ids by which data files know them.
class ScoredTopics {
 public:
  ScoredTopics(const model::Site& site, Imported& imported) : site_(site), imported_(imported) {}

  // The list of ids and labels in the prompt of a page.
  void read_registry(base::SourceSpan prompt);
  void declare(const TopicLine& line);
  // The id of a topic by its label, and that the label was said; nothing when no topic has this label.
  std::optional<std::string> say(base::SourceSpan label);
  // The same without saying it.
  std::optional<std::string> id_of(std::string_view label) const;
  // Labels hold commas themselves: the longest known one is taken each time. Nothing unless all are known.
  std::optional<std::vector<std::string>> say_all(base::SourceSpan labels);
  // Topics for site.yaml.
  value::Value site_part() const;
  // Labels that site.yaml does not have, since it knows their topics under others: by id.
  value::Value other_labels() const;

 private:
  struct Known {
    std::string id;
    base::SourceSpan label;
    bool in_site = true;  // or will be
  };
  const Known* find(std::string_view label) const;
  void add(std::string id, base::SourceSpan label);

  const model::Site& site_;
  Imported& imported_;
  std::vector<Known> known_;
};

// Both forms of the usage table: lines between `|`, and HTML. Returns whether all of it was understood.
class UsageTable {
 public:
  explicit UsageTable(Imported& imported) : imported_(imported) {}

  bool read_markdown_row(base::SourceSpan line);
  void read_html(base::SourceSpan table);
  // `Total scanned papers: 298`
  bool read_count_line(base::SourceSpan line);
  // `runs` and `counts`.
  void fill(Mapping& edition) const;

 private:
  void set_cell(const std::string& row, const std::string& column, base::SourceSpan cell);
  void place(Mapping& known, const std::string& key, value::Value value);
  void add_structure(base::SourceSpan all, const std::vector<base::SourceSpan>& data);

  Imported& imported_;
  Mapping run_;
  Mapping counts_;
  value::Array runs_;
  std::vector<std::string> columns_;
  Mapping other_;
};

// One paper: its heading and the lines below it.
value::Value read_page_paper(const LinkLine& heading, const std::vector<base::SourceSpan>& lines,
                             ScoredTopics& topics, const Context& context, Imported& imported);

}  // namespace paperboy::importers
