#include "importers/digest_text.h"

#include <algorithm>

#include "base/text.h"
#include "importers/pasted_text.h"
#include "model/paper_id.h"

namespace paperboy::importers {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Where "LG - …" begins; npos when no tag follows.
std::size_t find_tag(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!is_upper(text[at]) || (at > 0 && !base::is_space(text[at - 1])))
      continue;
    std::size_t end = at;
    while (end < text.size() && is_upper(text[end])) ++end;
    if (end - at >= 2 && end - at <= 5 && text.substr(end, 3) == " - ")
      return at;
  }
  return std::string_view::npos;
}

// A month and a day without a year: "(5.12)", "5月12日".
struct MonthDay {
  int month = 0;
  int day = 0;
};

std::optional<MonthDay> find_month_day(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1])))
      continue;
    MonthDay found;
    std::size_t end = at;
    for (; end < text.size() && is_digit(text[end]) && end < at + 3; ++end)
      found.month = found.month * 10 + (text[end] - '0');
    if (base::starts_with(text.substr(end), "月"))
      end += 3;
    else if (end < text.size() && (text[end] == '.' || text[end] == '/'))
      ++end;
    else
      continue;
    const std::size_t day = end;
    for (; end < text.size() && is_digit(text[end]) && end < day + 3; ++end)
      found.day = found.day * 10 + (text[end] - '0');
    if (end > day && found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= 31)
      return found;
  }
  return std::nullopt;
}

// The year in which a digest of this month named this paper: ids of arXiv begin with year and month.
std::optional<int> year_of(std::string_view text, int month) {
  for (std::size_t at = text.find("arxiv.org/"); at != std::string_view::npos;
       at = text.find("arxiv.org/", at + 1)) {
    const std::size_t id = text.find('/', at + 10);
    if (id == std::string_view::npos || id + 5 >= text.size() || text[id + 5] != '.' ||
        !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(id) + 1,
                     text.begin() + static_cast<std::ptrdiff_t>(id) + 5, is_digit))
      continue;
    const int year = 2000 + (text[id + 1] - '0') * 10 + (text[id + 2] - '0');
    const int submitted = (text[id + 3] - '0') * 10 + (text[id + 4] - '0');
    return submitted > month + 1 ? year + 1 : year;
  }
  return std::nullopt;
}

std::string_view first_line(std::string_view text) {
  text = base::trim(text);
  return text.substr(0, text.find('\n'));
}

std::optional<base::Date> date_of(std::string_view name, std::string_view text) {
  if (const std::optional<base::Date> date = find_date(name))
    return date;
  if (const std::optional<base::Date> date = find_date(first_line(text)))
    return date;
  const std::optional<MonthDay> day = find_month_day(first_line(text));
  const std::optional<int> year = day ? year_of(text, day->month) : std::nullopt;
  if (!year)
    return std::nullopt;
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return base::parse_date(std::to_string(*year) + "-" + two(day->month) + "-" + two(day->day));
}

// "主旨: …": a short label without spaces between Han characters, and what it says.
struct Labelled {
  Piece label;
  Piece mark;
  Piece text;
};

std::optional<Labelled> labelled(Piece line) {
  const std::string_view text = line.text();
  std::size_t at = std::string_view::npos;
  std::size_t width = 0;
  for (const std::string_view colon : {":", "："})
    if (const std::size_t found = text.find(colon); found < std::min(at, std::size_t{40}))
      at = found, width = colon.size();
  if (at == std::string_view::npos || at == 0)
    return std::nullopt;
  const std::string_view label = text.substr(0, at);
  if (language_of(label) != "zh" || base::count_characters(label) > 8 ||
      label.find_first_of("()[]*<\"") != std::string_view::npos || label.find("，") != std::string_view::npos)
    return std::nullopt;
  return Labelled{line.before(at), line.sub(at, width), line.after(at + width)};
}

struct Headline {
  Piece tag;
  Piece text;
};

class DigestReader {
 public:
  DigestReader(const base::Source& source, Context& context, Imported& imported)
      : source_(source),
        context_(context),
        out_(context, imported),
        lines_(pasted_lines(source)),
        date_(date_of(source.path().substr(source.path().rfind('/') + 1), source.text())) {}

  void read() {
    std::erase_if(lines_, [](Piece line) { return line.empty(); });
    if (!lines_.empty() && date_ && (find_month_day(lines_[0].text()) || find_date(lines_[0].text()))) {
      out_.title(lines_[0], language_of(lines_[0].text()), *date_, context_.series.id);
      ++at_;
    }
    while (at_ < lines_.size() && read_opening(lines_[at_])) ++at_;
    while (at_ < lines_.size()) read_paper();
    keep_headlines();
    out_.finish(source_, date_, context_.series.id);
  }

 private:
  bool read_opening(Piece line) {
    if (find_tag(line.text(), 0) == 0) {
      read_legend(line);
      return true;
    }
    if (headline_at(line.text(), 0) == 0) {
      read_headlines(line);
      return true;
    }
    const std::optional<Labelled> part = labelled(line);
    if (!part || (part->label.text() != "摘要" && part->label.text() != "今日摘要"))
      return false;
    out_.structure(part->label);
    out_.structure(part->mark);
    out_.edition().set("summary", out_.local(language_of(part->text.text()), text_of(part->text)));
    return true;
  }

  void read_legend(Piece line) {
    const std::string_view text = line.text();
    Mapping legend;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = std::min(find_tag(text, at + 1), text.size());
      const std::size_t dash = text.find(" - ", at);
      const std::string_view tag = text.substr(at, dash - at);
      if (legend.find(tag) == nullptr) {
        legend.set(tag, text_of(line.sub(dash + 3, next - dash - 3)));
        out_.structure(line.sub(at, dash - at));  // keys of the mapping
      } else {
        out_.unparsed(line.sub(at, next - at));
      }
      at = next;
    }
    out_.edition().set("legend", legend.build());
  }

  // Where "2、[LG] " begins.
  static std::size_t headline_at(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
      if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1])))
        continue;
      std::size_t end = at;
      while (end < text.size() && is_digit(text[end])) ++end;
      for (const std::string_view mark : {"、[", ".[", ". ["})
        if (base::starts_with(text.substr(end), mark))
          return at;
    }
    return std::string_view::npos;
  }

  void read_headlines(Piece line) {
    const std::string_view text = line.text();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = std::min(headline_at(text, at + 1), text.size());
      const std::size_t open = text.find('[', at);
      const std::size_t close = std::min(text.find(']', open), next);
      std::size_t digits = at;
      while (is_digit(text[digits])) ++digits;
      Mapping unused;
      out_.number(line.sub(at, digits - at), headlines_.size() + 1, unused);
      if (!unused.empty())  // the number is wrong: it is kept with the headline
        headlines_.push_back({Piece(), line.sub(at, next - at)});
      else
        headlines_.push_back({line.sub(open + 1, close - open - 1),
                              line.sub(std::min(close + 1, next), next - std::min(close + 1, next))});
      if (unused.empty())
        out_.structure(line.sub(digits, open - digits));
      at = next;
    }
  }

  // The lines up to the next address.
  void read_paper() {
    std::vector<Piece> block;
    std::optional<Link> address;
    while (at_ < lines_.size() && !address) {
      address = link_line(lines_[at_]);
      if (!address)
        block.push_back(lines_[at_]);
      ++at_;
    }
    if (!address && !looks_like_paper(block)) {
      for (const Piece line : block) out_.unparsed(line);
      return;
    }
    Mapping entry;
    if (address) {
      out_.structure(address->label);
      entry.set("id", out_.id(address->address));
    }
    std::size_t at = 0;
    if (at < block.size() && is_authors(block[at]))
      read_authors(block[at++], entry);
    if (at < block.size() && !labelled(block[at])) {
      entry.set("title", out_.local(language_of(block[at].text()), text_of(block[at])));
      ++at;
    }
    read_notes({block.begin() + static_cast<std::ptrdiff_t>(at), block.end()}, entry);
    add_headline(entry);
    out_.add(entry, block.empty() ? lines_[at_ - 1] : block[0]);
  }

  static bool looks_like_paper(const std::vector<Piece>& block) {
    return block.size() > 2 && is_authors(block[0]) && labelled(block[2]).has_value();
  }

  static bool is_authors(Piece line) {
    const std::string_view text = line.text();
    return text.back() == ']' || base::ends_with(text, "…") || base::ends_with(text, "...") ||
           (language_of(text) == "en" && text.size() < 400);
  }

  void read_authors(Piece line, Mapping& entry) {
    Piece names = line;
    if (const std::size_t open = line.text().rfind('[');
        line.text().back() == ']' && open != std::string_view::npos) {
      names = line.before(open);
      const Piece inside = line.sub(open + 1, line.text().size() - open - 2);
      const std::string_view mark = inside.text().find(" & ") != std::string_view::npos ? " & " : ";";
      entry.set("affiliations", list_of(split(inside, mark, out_.imported())));
    }
    out_.authors(names, entry);
  }

  void read_notes(const std::vector<Piece>& lines, Mapping& entry) {
    Mapping notes;
    std::vector<Piece> abstract;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::optional<Labelled> note = labelled(lines[i]);
      if (note && abstract.empty() && notes.find(note->label.text()) == nullptr) {
        out_.structure(note->label);  // a key of the mapping
        out_.structure(note->mark);
        if (note->label.text() == "要点" && note->text.empty())
          continue;
        std::vector<Piece> text;
        if (!note->text.empty())
          text.push_back(note->text);
        while (i + 1 < lines.size() && !labelled(lines[i + 1]) && language_of(lines[i + 1].text()) == "zh")
          text.push_back(lines[++i]);
        notes.set_empty(note->label.text(), paragraphs_of(text));
      } else {
        abstract.push_back(lines[i]);
      }
    }
    entry.set_empty("notes", notes.build());
    if (notes.empty())
      entry.erase("notes");
    if (!abstract.empty())
      entry.set("abstract", out_.local(language_of(abstract[0].text()), paragraphs_of(abstract)));
  }

  void add_headline(Mapping& entry) {
    if (out_.papers() >= headlines_.size())
      return;
    const Headline& headline = headlines_[out_.papers()];
    entry.set("headline", out_.local(language_of(headline.text.text()), text_of(headline.text)));
    entry.set("tag", text_of(headline.tag));
  }

  // Headlines without a paper.
  void keep_headlines() {
    for (std::size_t i = out_.papers(); i < headlines_.size(); ++i) {
      if (!headlines_[i].tag.empty())
        out_.unparsed(headlines_[i].tag);
      out_.unparsed(headlines_[i].text);
    }
  }

  const base::Source& source_;
  Context& context_;
  PastedEdition out_;
  std::vector<Piece> lines_;
  std::optional<base::Date> date_;
  std::size_t at_ = 0;
  std::vector<Headline> headlines_;
};

class DigestText : public Format {
 public:
  std::string_view name() const override { return "digest-text"; }

  bool recognises(const InputFile& file) const override {
    if (!is_text_file(file) || !find_month_day(first_line(file.head)))
      return false;
    const auto holds = [&](std::string_view words) { return file.head.find(words) != std::string::npos; };
    return holds("要点:") || holds("要点：") || (holds("主旨") && holds("一句话总结"));
  }

  std::string group_of(const InputFile& file) const override {
    const std::optional<base::Date> date = date_of(file.name(), file.head);
    return date ? base::to_string(*date) : file.path;
  }

  SeriesSettings series() const override {
    SeriesSettings settings;
    settings.id = "frontier";
    settings.title = "AI 前沿速递";
    settings.edition_title = "爱可可AI前沿速递({month_number}.{day_number})";
    settings.language = "zh";
    return settings;
  }

  Imported read(const Group& group, Context& context) const override {
    Imported imported;
    for (const base::Source* source : group.files) DigestReader(*source, context, imported).read();
    return imported;
  }
};

}  // namespace

const Format& digest_text_format() {
  static const DigestText format;
  return format;
}

}  // namespace paperboy::importers
