#include "importers/weekly_text.h"

#include <algorithm>

#include "base/text.h"
#include "importers/pasted_text.h"
#include "model/paper_id.h"

namespace paperboy::importers {
namespace {

enum class Part { None, Themes, Summary, Picks, Keywords };

struct PartLine {
  Part part = Part::None;
  Piece label;
  Piece rest;  // what follows the label's colon
};

Part part_named(std::string name) {
  name = base::to_lower_ascii(base::trim(base::replace_all(name, "’", "'")));
  for (const std::string_view prefix :
       {"本周", "今日", "本期", "本月", "this week's ", "this month's ", "today's ", "weekly ", "editor's "})
    if (base::starts_with(name, prefix))
      name = std::string(base::trim(std::string_view(name).substr(prefix.size())));
  if (name == "主题" || name == "themes" || name == "theme" || name == "topics")
    return Part::Themes;
  if (name == "关键词" || name == "keywords" || name == "key words")
    return Part::Keywords;
  if (name == "摘要" || name == "summary")
    return Part::Summary;
  const bool top = base::starts_with(name, "top ") && name.size() < 24;
  const std::string_view last = top ? std::string_view(name).substr(4) : std::string_view();
  const bool counted = !last.empty() && last[0] >= '0' && last[0] <= '9';
  if (counted || last == "picks" || name == "picks" || name == "推荐" || name == "精选")
    return Part::Picks;
  return Part::None;
}

PartLine part_line(Piece line) {
  std::size_t begin = line.text().find_first_not_of("#* ");
  if (begin == std::string_view::npos)
    return {};
  const Piece bare = line.after(begin);
  std::size_t end = bare.text().size();
  std::size_t width = 0;
  for (const std::string_view colon : {":", "："})
    if (const std::size_t at = bare.text().find(colon); at < std::min(end, std::size_t{60}))
      end = at, width = colon.size();
  if (end > 60)
    return {};
  std::string name = base::replace_all(bare.text().substr(0, end), "*", "");
  return {part_named(std::move(name)), bare.before(end + width), bare.after(end + width)};
}

// The sign before a top pick, in bytes; 0 when there is none.
std::size_t pick_mark(std::string_view text) {
  for (const std::string_view mark : {"📌", "⭐", "🌟", "🏆", "🔥", "🥇", "🥈", "🥉", "👉", "- ", "* ", "• "})
    if (base::starts_with(text, mark))
      return mark.size();
  return 0;
}

class WeeklyReader {
 public:
  WeeklyReader(const base::Source& source, Context& context, Imported& imported)
      : source_(source),
        context_(context),
        out_(context, imported),
        lines_(pasted_lines(source)),
        language_(language_of_file(source)),
        date_(find_date(source.path().substr(source.path().rfind('/') + 1))) {}

  void read() {
    std::erase_if(lines_, [](Piece line) { return line.empty(); });
    read_title();
    for (; at_ < lines_.size(); ++at_) read_line(lines_[at_]);
    end_texts();
    finish_picks();
    if (!terms_.empty())
      read_terms();
    out_.finish(source_, date_, context_.series.id);
  }

 private:
  void read_title() {
    if (lines_.empty() || is_item(0) || part_line(lines_[0]).part != Part::None)
      return;
    if (const std::optional<base::Date> date = find_date(lines_[0].text()))
      date_ = date;
    const Piece title =
        lines_[0].after(std::min(lines_[0].text().find_first_not_of("# "), lines_[0].text().size()));
    if (date_)
      out_.title(title, language_, *date_, context_.series.id);
    ++at_;
  }

  bool is_item(std::size_t at) const {
    return listed(item_line(lines_[at])) && at + 1 < lines_.size() && link_line(lines_[at + 1]);
  }

  static Piece item_line(Piece line) {
    return line.after(std::min(line.text().find_first_not_of("#* "), line.text().size()));
  }

  // The next number without a link below: a paper whose address was lost.
  bool is_bare_item(std::size_t at) const {
    const std::optional<Listed> item = listed(item_line(lines_[at]));
    return item && part_ == Part::None && papers_ > 0 && item->number.text() == std::to_string(papers_ + 1) &&
           item->text.text().size() < 300 && stands_alone(at);
  }

  bool stands_alone(std::size_t at) const {
    const std::string_view all = source_.text();
    const auto blank = [&](std::size_t begin, std::size_t end) {
      return std::count(all.begin() + static_cast<std::ptrdiff_t>(begin),
                        all.begin() + static_cast<std::ptrdiff_t>(end), '\n') > 1;
    };
    return at > 0 && at + 1 < lines_.size() && blank(lines_[at - 1].span().end, lines_[at].span().begin) &&
           blank(lines_[at].span().end, lines_[at + 1].span().begin);
  }

  void read_line(Piece line) {
    if (is_item(at_) || is_bare_item(at_)) {
      read_item(line);
      return;
    }
    if (const PartLine part = part_line(line); part.part != Part::None) {
      begin_part(part);
      return;
    }
    if (part_ == Part::Picks)
      read_pick(line);
    else if (part_ == Part::Themes || part_ == Part::Keywords)
      terms_.empty() ? terms_.push_back(line) : out_.unparsed(line);
    else
      texts_.push_back(line);
  }

  void begin_part(const PartLine& part) {
    end_texts();
    out_.structure(part.label);
    part_ = part.part;
    if (part.rest.empty())
      return;
    if (part_ == Part::Picks || part_ == Part::Summary)
      texts_.push_back(part.rest);
    else
      terms_.push_back(part.rest);
  }

  void read_item(Piece line) {
    end_texts();
    part_ = Part::None;
    const Listed item = *listed(item_line(line));
    entry_ = Mapping();
    entry_line_ = line;
    out_.structure(item.mark.after(item.number.text().size()));
    out_.number(item.number, ++papers_, entry_);
    entry_.set("title", text_of(item.text));
    while (at_ + 1 < lines_.size() && read_link(lines_[at_ + 1])) ++at_;
  }

  bool read_link(Piece line) {
    const std::optional<Link> link = link_line(line);
    if (!link)
      return false;
    if (entry_.find("id") == nullptr && model::parse_paper_reference(link->address.text())) {
      out_.structure(link->label);
      entry_.set("id", out_.id(link->address));
      keys_.push_back(
          {std::string(scalar_text(entry_.find("title"))), std::string(scalar_text(entry_.find("id")))});
    } else {
      std::string kind = base::slug(link->label.empty() ? "link" : link->label.text());
      value::Value* links = entry_.find("links");
      Mapping all = links == nullptr ? Mapping() : Mapping(*links->object());
      if (all.find(kind) != nullptr)
        return false;
      out_.structure(link->label);
      entry_.set("links", all.set(kind, text_of(link->address)).build());
    }
    if (const std::size_t colon = line.text().find("：");
        colon != std::string_view::npos && !link->label.empty())
      out_.structure(line.sub(colon, 3));
    return true;
  }

  // What was being read is complete.
  void end_texts() {
    if (!terms_.empty())
      read_terms();
    const value::Value text = paragraphs_of(std::exchange(texts_, {}));
    if (part_ == Part::Picks)
      end_pick(text);
    else if (part_ == Part::Summary || papers_ == 0)
      set_once("summary", text);
    else if (part_ == Part::None)
      entry_.set("commentary", out_.local(language_, text));
    if (!entry_.empty())
      out_.add(std::exchange(entry_, Mapping()), entry_line_);
  }

  void set_once(std::string_view key, const value::Value& text) {
    if (says_nothing(text))
      return;
    if (out_.edition().find(key) == nullptr)
      out_.edition().set(key, out_.local(language_, text));
    else
      out_.unparsed(Piece(text.span()));
  }

  void read_terms() {
    Piece line = terms_.front();
    terms_.clear();
    for (const std::string_view end : {"。", "."})
      if (base::ends_with(line.text(), end)) {
        out_.structure(line.after(line.text().size() - end.size()));
        line = line.before(line.text().size() - end.size());
      }
    const std::vector<Piece> terms = split(line, term_separator(line.text()), out_.imported());
    out_.edition().set(part_ == Part::Themes ? "themes" : "keywords", out_.local(language_, list_of(terms)));
    part_ = part_ == Part::Themes ? Part::None : part_;
  }

  void read_pick(Piece line) {
    const std::size_t mark = pick_mark(line.text());
    const std::optional<Listed> item = listed(line);
    if (mark == 0 && !item) {
      texts_.push_back(line);
      return;
    }
    end_pick(paragraphs_of(std::exchange(texts_, {})));
    out_.structure(mark > 0 ? line.before(mark) : item->mark);
    pick_ = mark > 0 ? line.after(mark) : item->text;
  }

  void end_pick(const value::Value& reason) {
    if (pick_.empty()) {
      if (!says_nothing(reason))
        out_.unparsed(Piece(reason.span()));
      return;
    }
    Mapping pick;
    pick.set("paper", text_value(paper_named(pick_.text())))
        .set("title", text_of(pick_))
        .set("reason", reason);
    picks_.push_back(pick.build());
    pick_ = Piece();
  }

  void finish_picks() {
    if (!picks_.empty())
      out_.edition().set("top_picks", out_.local(language_, list_value(std::move(picks_))));
  }

  // The id of the paper whose title begins so, else the title itself.
  std::string paper_named(std::string_view title) const {
    const std::string wanted = base::fold(base::collapse_spaces(title));
    for (const auto& [full, id] : keys_)
      if (base::starts_with(base::fold(full), wanted))
        return id;
    return base::collapse_spaces(title);
  }

  const base::Source& source_;
  Context& context_;
  PastedEdition out_;
  std::vector<Piece> lines_;
  std::string language_;
  std::optional<base::Date> date_;
  std::size_t at_ = 0;
  Part part_ = Part::None;
  std::size_t papers_ = 0;
  Mapping entry_;
  Piece entry_line_;
  std::vector<Piece> texts_;
  std::vector<Piece> terms_;
  Piece pick_;
  value::Array picks_;
  std::vector<std::pair<std::string, std::string>> keys_;
};

class WeeklyText : public Format {
 public:
  std::string_view name() const override { return "weekly-text"; }

  bool recognises(const InputFile& file) const override {
    if (!is_text_file(file))
      return false;
    base::SourceStore store;
    std::vector<Piece> lines = pasted_lines(store.add(file.path, file.head));
    std::erase_if(lines, [](Piece line) { return line.empty(); });
    if (lines.empty() || (!find_date(lines[0].text()) && !find_date(file.name())))
      return false;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      if (listed(lines[i]) && link_line(lines[i + 1]) && !link_line(lines[i + 1])->label.empty() &&
          base::to_lower_ascii(link_line(lines[i + 1])->label.text()) != "arxiv id")
        return true;
    return false;
  }

  std::string group_of(const InputFile& file) const override {
    const std::string_view head = base::trim(file.head);
    std::optional<base::Date> date = find_date(head.substr(0, head.find('\n')));
    if (!date)
      date = find_date(file.name());
    return date ? base::to_string(*date) : file.path;
  }

  SeriesSettings series() const override {
    SeriesSettings settings;
    settings.id = "weekly";
    settings.title = "每周好文";
    settings.edition_title = "每周 arXiv 好文推荐 | {date}";
    settings.cadence = "weekly";
    settings.language = "zh";
    return settings;
  }

  SeriesSettings series_in(std::string_view language) const override {
    SeriesSettings settings = series();
    if (language != "en")
      return settings;
    settings.title = "Weekly picks";
    settings.edition_title = "Weekly arXiv picks | {date}";
    settings.language = "en";
    return settings;
  }

  std::string language_of(const base::Source& source) const override {
    return std::string(language_of_file(source));
  }

  Imported read(const Group& group, Context& context) const override {
    Imported imported;
    for (const base::Source* source : group.files) WeeklyReader(*source, context, imported).read();
    return imported;
  }
};

}  // namespace

const Format& weekly_text_format() {
  static const WeeklyText format;
  return format;
}

}  // namespace paperboy::importers
