#include "importers/page_text.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "importers/page_text_paper.h"
#include "importers/page_text_topics.h"

namespace paperboy::importers {
namespace {

constexpr std::string_view kPrompt = "Paper Selection Prompt";

bool is_neighbour(std::string_view line) {
  return base::starts_with(line, "Previous Day") || base::starts_with(line, "Monthly Overview") ||
         base::starts_with(line, "Next Day");
}

// The title is the first line with a day that does not lead to another page.
std::optional<base::Date> title_date(Piece line) {
  return is_neighbour(line.text()) ? std::nullopt : find_date(line.text());
}

std::optional<base::Date> page_date(std::string_view name, const std::vector<Piece>& lines) {
  for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 12); ++i)
    if (const std::optional<base::Date> date = title_date(lines[i]))
      return date;
  return find_date(name);
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// "Representation Learning (14)"
struct TopicHeading {
  Piece label;
  Piece count;
};

std::optional<TopicHeading> topic_heading(Piece line) {
  const std::string_view text = line.text();
  const std::size_t open = text.rfind(" (");
  if (open == std::string_view::npos || text.back() != ')' || open + 3 > text.size())
    return std::nullopt;
  const Piece count = line.sub(open + 2, text.size() - open - 3);
  if (count.empty() || count.text().find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return TopicHeading{line.before(open), count};
}

// A paper in the contents: "3. Title Authors: A, B".
struct Content {
  std::string topic;
  Piece number;
  Piece title;
  Piece authors;
};

// What the page says of a paper, to find it again in the contents.
struct Said {
  Piece title;
  Piece authors;
};

struct Count {
  std::string topic;
  Piece label;
  Piece count;
};

class PageReader {
 public:
  PageReader(const base::Source& source, base::Date date, std::vector<Piece> lines, Context& context,
             Imported& imported)
      : source_(source),
        context_(context),
        out_(context, imported),
        topics_(source, context, out_),
        opening_(out_, date),
        lines_(std::move(lines)),
        date_(date) {}

  void read(const std::string& series) {
    cut_prompt();
    while (at_ < lines_.size() && !is_contents(lines_[at_]) && !begins_papers(at_)) read_opening(series);
    while (at_ < lines_.size() && !begins_papers(at_)) read_content(lines_[at_++]);
    topic_.clear();
    while (at_ < lines_.size()) read_paper();
    compare_contents();
    compare_counts();
    finish(series);
  }

 private:
  void cut_prompt() {
    const auto title =
        std::find_if(lines_.begin(), lines_.end(), [](Piece line) { return line.text() == kPrompt; });
    if (title == lines_.end() || title + 1 == lines_.end())
      return;
    base::SourceSpan body = (title + 1)->span();
    body.end = lines_.back().span().end;
    ContentFile prompt = page_prompt(*title, Piece(body));
    const std::string_view name = name_of(prompt.path);
    out_.edition().set("prompts", list_value({text_value(std::string(name.substr(0, name.rfind('.'))))}));
    out_.imported().files.push_back(std::move(prompt));
    lines_.erase(title, lines_.end());
  }

  static bool is_contents(Piece line) { return base::starts_with(line.text(), "Table of contents"); }

  bool is_paper(std::size_t at) const {
    return at + 1 < lines_.size() && listed(lines_[at]) && base::starts_with(lines_[at + 1].text(), kPageId);
  }
  bool begins_papers(std::size_t at) const {
    return is_paper(at) || (topic_heading(lines_[at]) && at + 1 < lines_.size() && is_paper(at + 1));
  }

  void read_opening(const std::string& series) {
    const Piece line = lines_[at_++];
    if (opening_.read(line))
      return;
    if (!titled_ && title_date(line)) {
      titled_ = true;
      out_.title(line, "en", date_, series);
    } else if (line.text() == "Topic Coverage:" || line.text() == "TopicPapers" ||
               line.text() == "Topic Papers") {
      out_.structure(line);
      covering_ = true;
    } else if (!covering_ || !read_coverage(line)) {
      out_.unparsed(line);
    }
  }

  // Cells of a table that were pasted without anything between them: "Memory Structures1".
  bool read_coverage(Piece line) {
    const std::size_t end = line.text().find_last_not_of("0123456789");
    if (end == std::string_view::npos || end + 1 == line.text().size())
      return false;
    const Piece label = line.before(end + 1);
    counts_.push_back({topics_.id(label), label, line.after(end + 1)});
    return true;
  }

  void read_content(Piece line) {
    if (is_contents(line)) {
      out_.structure(line);
      return;
    }
    const std::optional<Listed> item = listed(line);
    const std::optional<TopicHeading> heading = topic_heading(line);
    constexpr std::string_view kAuthors = "Authors:";
    const std::size_t authors = item ? item->text.text().rfind(kAuthors) : std::string_view::npos;
    if (authors != std::string_view::npos) {
      out_.structure(item->mark.after(item->number.text().size()));
      out_.structure(item->text.sub(authors, kAuthors.size()));
      contents_.push_back(
          {topic_, item->number, item->text.before(authors), item->text.after(authors + kAuthors.size())});
    } else if (heading && !item) {
      topic_ = topics_.id(heading->label);
      counts_.push_back({topic_, heading->label, heading->count});
    } else {
      out_.unparsed(line);
    }
  }

  void read_paper() {
    const Piece line = lines_[at_++];
    if (const std::optional<TopicHeading> heading = topic_heading(line);
        heading && at_ < lines_.size() && is_paper(at_)) {
      topic_ = topics_.id(heading->label);
      counts_.push_back({topic_, heading->label, heading->count});
      return;
    }
    if (!is_paper(at_ - 1)) {
      out_.unparsed(line);
      return;
    }
    const Listed item = *listed(line);
    Mapping entry;
    out_.structure(item.mark.after(item.number.text().size()));
    out_.number(item.number, ++papers_in_[topic_], entry);
    entry.set("title", text_of(item.text));
    PagePaper paper(out_, topics_, std::move(entry));
    while (at_ < lines_.size() && !begins_papers(at_)) paper.read(lines_[at_++]);
    said_.push_back({item.text, paper.authors()});
    entries_.push_back(paper.finish(topic_));
    places_.push_back(line);
    if (!paper.also_matches().empty())
      pending_matches_.emplace_back(entries_.size() - 1, paper.also_matches());
  }

  // All labels are known only when the whole page was read.
  void set_matches() {
    for (const auto& [entry, labels] : pending_matches_) {
      const std::vector<std::string> ids = topics_.ids(labels);
      value::Array matches;
      for (const std::string& id : ids) matches.push_back(text_value(id));
      if (ids.empty())
        out_.unparsed(labels);
      entries_[entry].set("also_matches", list_value(std::move(matches)));
    }
  }

  // The contents repeat titles and authors; a paper that only they have is an entry all the same.
  void compare_contents() {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < said_.size(); ++i)
      places.emplace(base::collapse_spaces(said_[i].title.text()), i);
    std::map<std::string, std::size_t> numbers;
    for (const Content& content : contents_) {
      const auto found = places.find(base::collapse_spaces(content.title.text()));
      Mapping unused;
      out_.number(content.number, ++numbers[content.topic], unused);
      if (found == places.end()) {
        add_from_contents(content);
        continue;
      }
      out_.imported().repeats.push_back({content.title.span(), said_[found->second].title.span()});
      compare_authors(content.authors, said_[found->second].authors);
      if (const value::Value* number = unused.find("number"))
        out_.unparsed(Piece(number->span()));
    }
  }

  void compare_authors(Piece again, Piece kept) {
    std::vector<Piece> a = split(again, ",", out_.imported());
    std::vector<Piece> b = split(kept, ",", out_.imported());
    const bool same = std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                 [](Piece x, Piece y) { return x.text() == y.text(); });
    if (!same) {
      out_.unparsed(again);
      return;
    }
    for (std::size_t i = 0; i < a.size(); ++i) out_.imported().repeats.push_back({a[i].span(), b[i].span()});
  }

  void add_from_contents(const Content& content) {
    Mapping entry;
    entry.set("number", text_of(content.number)).set("title", text_of(content.title));
    entry.set("topic", text_value(content.topic));
    out_.authors(content.authors, entry);
    entries_.push_back(std::move(entry));
    places_.push_back(content.title);
  }

  // Counts that follow from the papers say nothing new.
  void compare_counts() {
    value::Array differing;
    std::map<std::string, base::SourceSpan> told;
    for (const Count& said : counts_) {
      const auto count = std::count_if(entries_.begin(), entries_.end(), [&](Mapping& entry) {
        return scalar_text(entry.find("topic")) == said.topic;
      });
      if (said.count.text() == std::to_string(count)) {
        out_.structure(said.count);
        continue;
      }
      const std::string key = said.topic + " " + std::string(said.count.text());
      if (const auto [kept, is_first] = told.emplace(key, said.count.span()); !is_first) {
        out_.imported().repeats.push_back({said.count.span(), kept->second});
        continue;
      }
      context_.diagnostics.warning(said.count.span(), "topic-count",
                                   "the page counts " + std::string(said.count.text()) + " papers of `" +
                                       std::string(said.label.text()) + "` and shows " +
                                       std::to_string(count));
      differing.push_back(
          Mapping().set("topic", text_value(said.topic)).set("papers", text_of(said.count)).build());
    }
    extra_.set("topic_counts", list_value(std::move(differing)));
  }

  void finish(const std::string& series) {
    set_matches();
    for (std::size_t i = 0; i < entries_.size(); ++i) out_.add(entries_[i], places_[i]);
    opening_.finish();
    topics_.finish();
    extra_.set("neighbours", opening_.neighbours()).set("topic_labels", topics_.other_labels());
    out_.edition().set("extra", extra_.build());
    out_.finish(source_, date_, series);
  }

  const base::Source& source_;
  Context& context_;
  PastedEdition out_;
  PageTopics topics_;
  PageOpening opening_;
  std::vector<Piece> lines_;
  base::Date date_;
  std::size_t at_ = 0;
  bool titled_ = false;
  bool covering_ = false;
  std::string topic_;
  std::vector<Count> counts_;
  std::vector<Content> contents_;
  std::map<std::string, std::size_t> papers_in_;
  std::vector<Mapping> entries_;
  std::vector<Piece> places_;  // of the entries
  std::vector<Said> said_;
  std::vector<std::pair<std::size_t, Piece>> pending_matches_;
  Mapping extra_;
};

std::vector<Piece> full_lines(const base::Source& source) {
  std::vector<Piece> lines = pasted_lines(source);
  std::erase_if(lines, [](Piece line) { return line.empty(); });
  return lines;
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class PageText : public Format {
 public:
  std::string_view name() const override { return "page-text"; }

  bool recognises(const InputFile& file) const override {
    return is_text_file(file) && date_of(file) &&
           (holds(file.head, "\nTable of contents by topic") ||
            holds(file.head, "\nTable of contents with paper titles") ||
            holds(file.head, "\n" + std::string(kPageId)));
  }

  std::string group_of(const InputFile& file) const override {
    const std::optional<base::Date> date = date_of(file);
    return date ? base::to_string(*date) : file.path;
  }

  SeriesSettings series() const override { return scored_daily_series(); }

  Imported read(const Group& group, Context& context) const override {
    Imported imported;
    for (const base::Source* source : group.files) read_page(*source, context, imported);
    return imported;
  }

 private:
  static std::optional<base::Date> date_of(const InputFile& file) {
    base::SourceStore store;
    return page_date(file.name(), full_lines(store.add(file.path, file.head)));
  }

  // The layout without topics makes a series of its own, unless the user named one.
  SeriesSettings list_series() const {
    SeriesSettings settings = series();
    settings.id = "daily-flat";
    settings.title = "Daily list";
    settings.grouping = "flat";
    settings.numbering = "edition";
    return settings;
  }

  void read_page(const base::Source& source, Context& context, Imported& imported) const {
    std::vector<Piece> lines = full_lines(source);
    const std::optional<base::Date> date = page_date(name_of(source.path()), lines);
    if (!date) {
      PastedEdition(context, imported).finish(source, date, context.series.id);
      return;
    }
    const bool by_topic = holds(source.text(), "\nPrimary Topic:") || holds(source.text(), "by topic:");
    std::string series = context.series.id;
    if (!by_topic && series == this->series().id) {
      const SeriesSettings list = list_series();
      series = list.id;
      imported.site = Mapping().set("series", list_value({series_value(list)})).build();
    }
    PageReader(source, *date, std::move(lines), context, imported).read(series);
  }
};

}  // namespace

const Format& page_text_format() {
  static const PageText format;
  return format;
}

}  // namespace paperboy::importers
