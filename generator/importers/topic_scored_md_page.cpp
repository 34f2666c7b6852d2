#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "importers/join.h"
#include "importers/topic_scored_md.h"

namespace paperboy::importers {
namespace {

bool is_heading(std::string_view line) {
  return base::starts_with(line, "#");
}

base::SourceSpan heading_text(base::SourceSpan line) {
  base::SourceSpan rest = trimmed(line);
  while (is_heading(rest.text())) rest = piece(rest, 1);
  return trimmed(rest);
}

// `Label (5) <a id="topic-x"></a>` or `[Label](#topic-x) (5)`, without the `#` before it.
std::optional<TopicLine> read_topic_line(base::SourceSpan line) {
  TopicLine result;
  base::SourceSpan rest = heading_text(line);
  constexpr std::string_view kPrefix = "topic-";
  for (const std::string_view anchor : {"<a id=\"", "](#"}) {
    const std::size_t at = rest.text().rfind(anchor);
    if (at == std::string_view::npos)
      continue;
    std::string_view id = rest.text().substr(at + anchor.size());
    id = id.substr(0, id.find_first_of("\")"));
    result.id = std::string(base::starts_with(id, kPrefix) ? id.substr(kPrefix.size()) : id);
    result.label = trimmed(piece(rest, 0, at));
  }
  if (result.id.empty())
    return std::nullopt;
  if (base::starts_with(result.label.text(), "["))
    result.label = piece(result.label, 1);
  const std::size_t open = rest.text().rfind('(');
  const std::size_t close = rest.text().find(')', open == std::string_view::npos ? 0 : open);
  const std::string_view count = open == std::string_view::npos || close == std::string_view::npos
                                     ? std::string_view()
                                     : rest.text().substr(open + 1, close - open - 1);
  if (!count.empty() && count.find_first_not_of("0123456789") == std::string_view::npos) {
    result.count = piece(rest, open + 1, count.size());
    if (result.label.end > result.count.begin)
      result.label = trimmed(piece(rest, 0, open));
  }
  return result;
}

// Links to places of the page lead nowhere from a prompt that stands alone: they are shown as they are
// written.
std::string without_page_links(std::string_view prompt) {
  return base::replace_all(prompt, "](#", "\\](#");
}

struct PaperBlock {
  LinkLine heading;
  std::vector<base::SourceSpan> lines;
  std::size_t place = 0;  // within its list, from 1
};

struct ContentsItem {
  LinkLine line;
  base::SourceSpan authors;
};

class PageReader {
 public:
  PageReader(const base::Source& source, base::Date date, PageNumbers numbers, const Context& context,
             Imported& imported)
      : source_(source),
        date_(date),
        numbers_(numbers),
        context_(context),
        imported_(imported),
        topics_(context.site, imported),
        table_(imported) {}

  void read() {
    std::vector<base::SourceSpan> lines = lines_of(source_);
    read_prompt(lines);
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (base::starts_with(trimmed(lines[at]).text(), "<table"))
        at = read_table(lines, at);
      else
        read_line(trimmed(lines[at]));
    }
    finish();
  }

 private:
  // The prompt runs to the end of the page; what is above it is left in `lines`.
  void read_prompt(std::vector<base::SourceSpan>& lines) {
    const auto begin = std::find_if(lines.begin(), lines.end(), [](base::SourceSpan line) {
      return is_heading(line.text()) &&
             base::to_lower_ascii(heading_text(line).text()) == "paper selection prompt";
    });
    if (begin == lines.end())
      return;
    const base::SourceSpan title = heading_text(*begin);
    const base::SourceSpan body =
        begin + 1 == lines.end() ? base::SourceSpan() : trimmed(through(*(begin + 1), lines.back()));
    lines.erase(begin, lines.end());
    imported_.structure.push_back(title);
    if (!body || body.text().empty())
      return;
    topics_.read_registry(body);
    // Days with the same prompt share one file.
    const std::string name = "paper-selection-" + base::digest(body.text()).substr(0, 8);
    imported_.files.push_back({"content/prompts/" + name + ".md",
                               Mapping().set("title", text_value("Paper selection prompt")).build(),
                               text_value(without_page_links(body.text()), body)});
    edition_.set("prompts", list_value({text_value(name)}));
  }

  std::size_t read_table(const std::vector<base::SourceSpan>& lines, std::size_t begin) {
    std::size_t end = begin;
    while (end + 1 < lines.size() && lines[end].text().find("</table>") == std::string_view::npos) ++end;
    const base::SourceSpan table = through(lines[begin], lines[end]);
    if (table.text().find("#topic-") == std::string_view::npos)
      table_.read_html(table);
    else
      for (std::size_t at = begin; at <= end; ++at) read_coverage_line(trimmed(lines[at]));
    return end;
  }

  // `<tr><td><a href="#topic-x">Label</a></td><td align="center">5</td></tr>`
  void read_coverage_line(base::SourceSpan line) {
    const std::string_view text = line.text();
    const std::size_t anchor = text.find("#topic-");
    const std::size_t label = anchor == std::string_view::npos ? anchor : text.find('>', anchor);
    const std::size_t label_end = label == std::string_view::npos ? label : text.find('<', label);
    const std::size_t count_end = label == std::string_view::npos ? label : text.rfind("</td>");
    const std::size_t count = count_end == std::string_view::npos ? count_end : text.rfind('>', count_end);
    if (label_end == std::string_view::npos || count == std::string_view::npos || count < label_end) {
      imported_.structure.push_back(line);
      return;
    }
    TopicLine topic{trimmed(piece(line, label + 1, label_end - label - 1)),
                    trimmed(piece(line, count + 1, count_end - count - 1)),
                    std::string(text.substr(anchor + 7, text.find_first_of("\"'", anchor) - anchor - 7))};
    imported_.structure.push_back({line.source, line.begin, topic.label.begin});
    imported_.structure.push_back({line.source, topic.label.end, topic.count.begin});
    imported_.structure.push_back({line.source, topic.count.end, line.end});
    topic_lines_.push_back(topic);
  }

  void read_line(base::SourceSpan line) {
    const std::string_view text = line.text();
    if (text.find_first_not_of("-*_ ") == std::string_view::npos) {
      if (text.size() >= 3)
        state_ = State::Outside;
      else if (state_ == State::Paper)
        blocks_.back().lines.push_back(line);
      return;
    }
    if (is_heading(text) && read_heading(line))
      return;
    if (state_ == State::Paper)
      blocks_.back().lines.push_back(line);
    else if (!read_front_line(line))
      keep_unparsed(line);
  }

  bool read_heading(base::SourceSpan line) {
    const std::optional<LinkLine> link = read_link_line(line);
    if (link && !base::starts_with(link->target.text(), "#")) {
      begin_paper(line, *link);
      return true;
    }
    if (const std::optional<TopicLine> topic = read_topic_line(line)) {
      state_ = State::Outside;
      paper_place_ = 0;
      topic_lines_.push_back(*topic);
      add_anchor(line, topic->count ? topic->count : topic->label);
      if (topic->count)
        imported_.structure.push_back({line.source, topic->label.end, topic->count.begin});
      imported_.structure.push_back({line.source, line.begin, topic->label.begin});
      return true;
    }
    if (base::starts_with(line.text(), "# ") && !seen_title_) {
      seen_title_ = true;
      read_title(heading_text(line));
      return true;
    }
    return false;
  }

  // What follows the last piece of data in a line: anchors.
  void add_anchor(base::SourceSpan line, base::SourceSpan last) {
    imported_.structure.push_back({line.source, last.end, line.end});
  }

  void begin_paper(base::SourceSpan line, const LinkLine& link) {
    state_ = State::Paper;
    add_anchor(line, link.target);
    blocks_.push_back({link, {}, ++paper_place_});
  }

  // "Personalized Daily ArXiv Papers 02/03/2025": the series' own words and the date of the day.
  void read_title(base::SourceSpan title) {
    const std::string american = fmt::format("{:02}/{:02}/{}", date_.month, date_.day, date_.year);
    const std::string lower = base::to_lower_ascii(title.text());
    for (const std::string& day : {american, base::to_string(date_)})
      if (lower == "personalized daily arxiv papers " + day) {
        imported_.structure.push_back(title);
        return;
      }
    edition_.set("title", text_of(title));
  }

  bool read_front_line(base::SourceSpan line) {
    const std::string_view text = line.text();
    if (base::starts_with(text, "|"))
      return table_.read_markdown_row(line);
    if (table_.read_count_line(line))
      return true;
    constexpr std::array kOwnWords = {"topic coverage:",
                                      "table of contents by topic:",
                                      "table of contents with paper titles:",
                                      "paper selection prompt and criteria at the bottom",
                                      "no papers selected.",
                                      "no papers selected"};
    const std::string words = base::to_lower_ascii(base::replace_all(text, "*", ""));
    if (std::find(kOwnWords.begin(), kOwnWords.end(), words) != kOwnWords.end()) {
      imported_.structure.push_back(line);
      return true;
    }
    return read_contents_line(line);
  }

  bool read_contents_line(base::SourceSpan line) {
    constexpr std::string_view kAuthors = "**Authors:**";
    if (const std::optional<LinkLine> link = read_link_line(line);
        link && base::starts_with(link->target.text(), "#")) {
      contents_.push_back({*link, {}});
      imported_.structure.push_back({line.source, link->title.end, line.end});
      return true;
    }
    if (contents_.empty() || !base::starts_with(line.text(), kAuthors) || contents_.back().authors)
      return false;
    imported_.structure.push_back(piece(line, 0, kAuthors.size()));
    contents_.back().authors = trimmed(piece(line, kAuthors.size()));
    return true;
  }

  void keep_unparsed(base::SourceSpan line) {
    context_.diagnostics.warning(line, "unparsed-line",
                                 "this line is no part of such a page; it is kept under `extra`");
    unparsed_.push_back(text_of(line));
  }

  void finish() {
    for (const TopicLine& topic : topic_lines_) topics_.declare(topic);
    for (const TopicLine& topic : topic_lines_) topics_.say(topic.label);
    value::Array papers;
    for (std::size_t i = 0; i < blocks_.size(); ++i) papers.push_back(finish_paper(i));
    for (std::size_t i = blocks_.size(); i < contents_.size(); ++i) keep_contents(contents_[i]);
    check_counts(papers);
    table_.fill(edition_);
    const value::Value* extra = edition_.find("extra");
    Mapping kept = extra == nullptr ? Mapping() : Mapping(*extra->object());
    kept.set("topic_labels", topics_.other_labels());
    kept.set("topic_counts", wrong_counts_.build()).set("unparsed", list_value(std::move(unparsed_)));
    edition_.set("extra", kept.build()).set("papers", list_value(std::move(papers)));
    imported_.site = join_trees(imported_.site, topics_.site_part(), imported_.repeats, context_.diagnostics);
    const base::SourceSpan all{&source_, 0, static_cast<std::uint32_t>(source_.text().size())};
    imported_.files.push_back(edition_file(context_.series.id, date_, edition_.build(all)));
  }

  value::Value finish_paper(std::size_t place) {
    const PaperBlock& block = blocks_[place];
    Mapping entry(*read_page_paper(block.heading, block.lines, topics_, context_, imported_).object());
    const base::SourceSpan number = block.heading.number;
    const bool keeps = numbers_ == PageNumbers::Given || number.text() != std::to_string(block.place);
    if (number && keeps)
      entry.set("number", number_of(number));
    else if (number)
      imported_.structure.push_back(number);
    if (place < contents_.size())
      join_contents(contents_[place], number, entry);
    return entry.build(block.heading.title);
  }

  // The list of contents says titles and authors again.
  void join_contents(const ContentsItem& item, base::SourceSpan number, Mapping& entry) {
    if (number && item.line.number.text() == number.text())
      imported_.structure.push_back(item.line.number);
    else if (item.line.number)
      add_extra(entry, "contents_number", text_of(item.line.number));
    const value::Value title = *entry.find("title");
    if (scalar_text(&title) == item.line.title.text())
      imported_.repeats.push_back({item.line.title, title.span()});
    else
      entry.set("headline", text_of(item.line.title));
    if (!item.authors)
      return;
    const value::Value* authors = entry.find("authors");
    if (authors != nullptr && authors->span().text() == item.authors.text())
      repeat_names(names_of(item.authors), *authors);
    else
      add_extra(entry, "contents_authors", text_of(item.authors));
  }

  void repeat_names(const value::Value& said, const value::Value& kept) {
    for (std::size_t i = 0; i < said.array()->size(); ++i)
      imported_.repeats.push_back({(*said.array())[i].span(), (*kept.array())[i].span()});
  }

  static void add_extra(Mapping& entry, std::string_view key, value::Value value) {
    const value::Value* extra = entry.find("extra");
    Mapping kept = extra == nullptr ? Mapping() : Mapping(*extra->object());
    kept.set(key, std::move(value));
    entry.set("extra", kept.build());
  }

  void keep_contents(const ContentsItem& item) {
    const base::SourceSpan first = item.line.number ? item.line.number : item.line.title;
    keep_unparsed(through(first, item.line.title));
    if (item.authors && !item.authors.text().empty())
      keep_unparsed(item.authors);
  }

  // The number behind a topic's name is that of its papers; if not, it is kept.
  void check_counts(const value::Array& papers) {
    std::map<std::string, std::size_t, std::less<>> counts;
    for (const value::Value& paper : papers)
      ++counts[std::string(scalar_text(paper.object()->find("topic")))];
    for (const TopicLine& topic : topic_lines_) {
      if (!topic.count)
        continue;
      const std::optional<std::string> id = topics_.id_of(topic.label.text());
      if (id && std::to_string(counts[*id]) == topic.count.text())
        imported_.structure.push_back(topic.count);
      else
        keep_count(topic);
    }
  }

  void keep_count(const TopicLine& topic) {
    wrong_counts_.set(wrong_counts_.unused(topic.label.text()), number_of(topic.count));
  }

  enum class State { Outside, Paper };

  const base::Source& source_;
  base::Date date_;
  PageNumbers numbers_;
  const Context& context_;
  Imported& imported_;
  ScoredTopics topics_;
  UsageTable table_;
  State state_ = State::Outside;
  bool seen_title_ = false;
  std::size_t paper_place_ = 0;
  std::vector<PaperBlock> blocks_;
  std::vector<ContentsItem> contents_;
  std::vector<TopicLine> topic_lines_;
  value::Array unparsed_;
  Mapping wrong_counts_;
  Mapping edition_;
};

}  // namespace

void read_scored_page(const base::Source& source, base::Date date, PageNumbers numbers,
                      const Context& context, Imported& imported) {
  PageReader(source, date, numbers, context, imported).read();
}

}  // namespace paperboy::importers
