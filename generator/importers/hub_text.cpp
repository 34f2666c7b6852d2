#include "importers/hub_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "importers/pasted_text.h"

namespace paperboy::importers {
namespace {

// With what the abstracts of journals begin, below the names of their authors.
constexpr std::string_view kAbstractWords[] = {
    "Background", "Importance", "Objective", "Objectives", "Introduction", "Abstract", "Purpose",
    "Aims",       "Aim",        "Methods",   "Summary",    "Context",      "Rationale"};

// "05." alone on its line.
std::optional<Listed> entry_number(Piece line) {
  std::optional<Listed> item = listed(line);
  return item && item->text.empty() ? item : std::nullopt;
}

// "medRxiv (Medicine) 2026-06-11"
struct SourceLine {
  Piece source;
  Piece category;
  Piece date;
};

std::optional<SourceLine> source_line(Piece line) {
  const std::string_view text = line.text();
  if (text.size() < 12 || !base::parse_date(text.substr(text.size() - 10)))
    return std::nullopt;
  SourceLine result;
  result.date = line.after(text.size() - 10);
  result.source = line.before(text.size() - 10);
  const std::string_view named = result.source.text();
  const std::size_t open = named.rfind('(');
  if (open != std::string_view::npos && named.back() == ')') {
    result.category = result.source.sub(open + 1, named.size() - open - 2);
    result.source = result.source.before(open);
  }
  return result;
}

// "作者:" with names or with nothing.
struct AuthorLine {
  Piece label;
  Piece names;
};

std::optional<AuthorLine> author_line(Piece line) {
  for (const std::string_view label : {"作者:", "作者：", "Authors:", "Author:", "authors:"})
    if (base::starts_with(line.text(), label))
      return AuthorLine{line.before(label.size()), line.after(label.size())};
  return std::nullopt;
}

// A text that stops in the middle of a sentence.
bool is_cut(std::string_view text) {
  for (const std::string_view cut : {"…", "..."})
    if (base::ends_with(text, cut))
      return true;
  // Registrations and addresses of code end an abstract without a full stop.
  const std::string_view last = text.substr(text.size() - std::min<std::size_t>(text.size(), 120));
  if (last.find("://") != std::string_view::npos)
    return false;
  for (const std::string_view end :
       {".", "!", "?", ")", "\"", "'", "”", "’", "。", "！", "？", "）", "$", "]"})
    if (base::ends_with(text, end))
      return false;
  return !text.empty();
}

bool is_word_end(std::string_view text, std::size_t at) {
  return at >= text.size() || base::is_space(text[at]) || text[at] == ':';
}

// Where the abstract begins behind "by A, B, C"; npos when nobody can say.
std::size_t abstract_behind_names(std::string_view text) {
  std::size_t found = std::string_view::npos;
  for (const std::string_view word : kAbstractWords)
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
      if (at > 3 && base::is_space(text[at - 1]) && is_word_end(text, at + word.size())) {
        found = std::min(found, at);
        break;
      }
  // Names hold no sentences; initials are short.
  const std::string_view names = text.substr(0, std::min(found, text.size()));
  for (std::size_t at = names.find(". "); at != std::string_view::npos; at = names.find(". ", at + 1))
    if (at >= 4 && names.substr(at - 4, 4).find_first_of(" .,") == std::string_view::npos)
      return std::string_view::npos;
  return found;
}

class HubReader {
 public:
  HubReader(const base::Source& source, Context& context, Imported& imported)
      : source_(source),
        context_(context),
        out_(context, imported),
        lines_(pasted_lines(source)),
        date_(find_date(source.path().substr(source.path().rfind('/') + 1))) {}

  void read() {
    std::erase_if(lines_, [](Piece line) { return line.empty(); });
    const bool dated = date_.has_value();
    std::size_t first = 0;
    while (first < lines_.size() && !begins_entry(first)) ++first;
    for (std::size_t at = first; at < lines_.size();) {
      std::size_t next = at + 1;
      while (next < lines_.size() && !begins_entry(next)) ++next;
      read_entry(at, next, dated);
      at = next;
    }
    read_opening(first);
    out_.finish(source_, date_, context_.series.id);
  }

 private:
  bool begins_entry(std::size_t at) const {
    return entry_number(lines_[at]) && at + 1 < lines_.size() && source_line(lines_[at + 1]);
  }

  // The site's own lines: names first, of which the last is the title, then what it says of itself.
  void read_opening(std::size_t end) {
    Mapping titles;
    Mapping summaries;
    value::Array others;
    for (std::size_t i = end; i-- > 0;) {
      const Piece line = lines_[i];
      const std::string_view language = language_of(line.text());
      const bool sentence = base::count_characters(line.text()) > 60 || base::ends_with(line.text(), "。") ||
                            base::ends_with(line.text(), ".");
      Mapping& part = sentence ? summaries : titles;
      if (out_.knows_language(language) && part.find(language) == nullptr)
        part.set(language, text_of(line));
      else
        others.insert(others.begin(), text_of(line));
    }
    out_.edition().set("title", titles.build()).set("summary", summaries.build());
    out_.edition().set("extra", Mapping().set("opening", list_value(std::move(others))).build());
  }

  void read_entry(std::size_t at, std::size_t end, bool dated) {
    const Listed number = *entry_number(lines_[at]);
    const SourceLine from = *source_line(lines_[at + 1]);
    Mapping entry;
    entry.set("number", text_of(number.number));
    out_.structure(number.mark.after(number.number.text().size()));
    entry.set("source", text_of(from.source)).set("category", text_of(from.category));
    entry.set("date", plain_value(std::string(from.date.text()), from.date.span()));
    if (const std::optional<base::Date> date = base::parse_date(from.date.text());
        !dated && date && (!date_ || *date_ < *date))
      date_ = date;
    at += 2;
    if (at < end)
      entry.set("title", text_of(lines_[at++]));
    std::vector<Piece> body;
    for (; at < end; ++at) {
      const std::optional<AuthorLine> authors = author_line(lines_[at]);
      if (authors && body.empty() && entry.find("authors") == nullptr) {
        out_.structure(authors->label);
        out_.authors(authors->names, entry);
      } else {
        body.push_back(lines_[at]);
      }
    }
    read_body(std::move(body), entry);
    out_.add(entry, number.mark);
  }

  void read_body(std::vector<Piece> body, Mapping& entry) {
    if (body.empty())
      return;
    body[0] = without_names(without_announcement(body[0], entry), entry);
    std::erase_if(body, [](Piece line) { return line.empty(); });
    if (body.empty())
      return;
    entry.set("abstract", paragraphs_of(body));
    if (is_cut(body.back().text()))
      entry.set("abstract_cut", plain_value("true"));
  }

  // "arXiv:2606.14960v1 Announce Type: new Abstract: …"
  Piece without_announcement(Piece line, Mapping& entry) {
    constexpr std::string_view kType = "Announce Type:";
    constexpr std::string_view kAbstract = "Abstract:";
    const std::string_view text = line.text();
    const std::size_t type = text.find(kType);
    if (!base::starts_with(text, "arXiv:") || type == std::string_view::npos || type > 60)
      return line;
    const Piece behind = line.after(type + kType.size());
    const std::size_t word = std::min(behind.text().find_first_of(" \t"), behind.text().size());
    entry.set("id", out_.id(line.before(type)));
    out_.structure(line.sub(type, kType.size()));
    entry.set("announce_type", text_of(behind.before(word)));
    const Piece rest = behind.after(word);
    if (!base::starts_with(rest.text(), kAbstract))
      return rest;
    out_.structure(rest.before(kAbstract.size()));
    return rest.after(kAbstract.size());
  }

  Piece without_names(Piece line, Mapping& entry) {
    if (!base::starts_with(line.text(), "by ") || entry.find("authors") != nullptr)
      return line;
    const std::size_t abstract = abstract_behind_names(line.text());
    if (abstract == std::string_view::npos)
      return line;
    out_.structure(line.before(3));
    out_.authors(line.sub(3, abstract - 3), entry);
    return line.after(abstract);
  }

  const base::Source& source_;
  Context& context_;
  PastedEdition out_;
  std::vector<Piece> lines_;
  std::optional<base::Date> date_;
};

class HubText : public Format {
 public:
  std::string_view name() const override { return "hub-text"; }

  bool recognises(const InputFile& file) const override {
    if (!is_text_file(file))
      return false;
    base::SourceStore store;
    std::vector<Piece> lines = pasted_lines(store.add(file.path, file.head));
    std::erase_if(lines, [](Piece line) { return line.empty(); });
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      if (entry_number(lines[i]) && source_line(lines[i + 1]))
        return true;
    return false;
  }

  SeriesSettings series() const override {
    SeriesSettings settings;
    settings.id = "hub";
    settings.title = "AcademicHub";
    settings.edition_title = "AcademicHub {date}";
    settings.language = "zh";
    settings.numbering = "given";
    return settings;
  }

  Imported read(const Group& group, Context& context) const override {
    Imported imported;
    for (const base::Source* source : group.files) HubReader(*source, context, imported).read();
    return imported;
  }
};

}  // namespace

const Format& hub_text_format() {
  static const HubText format;
  return format;
}

}  // namespace paperboy::importers
