#include <algorithm>
#include <array>

#include "base/text.h"
#include "importers/bibtex.h"
#include "importers/topic_scored_md.h"
#include "model/paper_id.h"

namespace paperboy::importers {
namespace {

// Braces around the whole text only keep capitals: `{{Title}}`.
base::SourceSpan without_outer_braces(base::SourceSpan span) {
  base::SourceSpan inner = trimmed(span);
  while (base::starts_with(inner.text(), "{") && base::ends_with(inner.text(), "}")) {
    std::size_t depth = 0;
    std::size_t closed = 0;
    for (; closed < inner.text().size(); ++closed) {
      depth += inner.text()[closed] == '{' ? 1U : 0U;
      depth -= inner.text()[closed] == '}' && depth > 0 ? 1U : 0U;
      if (depth == 0)
        break;
    }
    if (closed + 1 != inner.text().size())
      break;
    inner = trimmed(piece(inner, 1, inner.text().size() - 2));
  }
  return inner;
}

// Where a separator stands outside of braces, at or after `from`.
std::size_t find_outside(std::string_view text, std::string_view separator, std::size_t from) {
  std::size_t depth = 0;
  for (std::size_t at = from; at < text.size(); ++at) {
    if (depth == 0 && base::to_lower_ascii(text.substr(at, separator.size())) == separator)
      return at;
    depth += text[at] == '{' ? 1U : 0U;
    depth -= text[at] == '}' && depth > 0 ? 1U : 0U;
  }
  return std::string_view::npos;
}

std::vector<base::SourceSpan> split_outside(base::SourceSpan span, std::string_view separator) {
  std::vector<base::SourceSpan> parts;
  std::size_t at = 0;
  while (true) {
    const std::size_t end = find_outside(span.text(), separator, at);
    parts.push_back(trimmed(piece(span, at, end == std::string_view::npos ? end : end - at)));
    if (end == std::string_view::npos)
      return parts;
    at = end + separator.size();
  }
}

value::Value one_line(base::SourceSpan span) {
  return text_value(base::collapse_spaces(span.text()), span);
}

std::string month_number(std::string_view month) {
  constexpr std::array kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                  "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string name = base::to_lower_ascii(base::trim(month)).substr(0, 3);
  const auto found = std::find(kMonths.begin(), kMonths.end(), name);
  return found == kMonths.end() ? std::string(month) : std::to_string(found - kMonths.begin() + 1);
}

class WorkReader {
 public:
  WorkReader(const BibEntry& work, const BibStrings& strings, ReadingList& list, Imported& imported)
      : work_(work), strings_(strings), list_(list), imported_(imported) {}

  void read() {
    extra_.set("type", text_of(work_.type)).set("key", text_of(work_.key));
    for (const BibField& field : work_.fields) imported_.structure.push_back(field.name);
    id_ = find_id();
    for (const BibField& field : work_.fields) read_field(field);
    read_dates();
    entry_.set("links", links_.build());
    if (const base::SourceSpan rest = trimmed(work_.rest); !rest.text().empty())
      extra_.set("unparsed", list_value({text_of(rest)}));
    entry_.set("extra", extra_.build());
    list_.add(entry_.build(work_.whole));
  }

 private:
  static bool is_simple(const BibField& field) {
    return field.parts.size() == 1 && !field.parts.front().is_name;
  }

  static base::SourceSpan text_span(const BibField& field) {
    return without_outer_braces(field.parts.front().text);
  }

  const BibField* find(std::string_view name) const {
    const auto found = std::find_if(work_.fields.begin(), work_.fields.end(), [&](const BibField& field) {
      return base::to_lower_ascii(field.name.text()) == name;
    });
    return found == work_.fields.end() ? nullptr : &*found;
  }

  std::string meaning_of(std::string_view name) const {
    const BibField* field = find(name);
    return field == nullptr ? std::string() : meaning(*field, strings_);
  }

  // An arXiv id before a DOI before any other address that names a paper.
  const BibField* find_id() const {
    const BibField* best = nullptr;
    int best_rank = 0;
    for (const char* name : {"url", "doi", "eprint"}) {
      const BibField* field = find(name);
      if (field == nullptr || !is_simple(*field) ||
          (std::string_view(name) == "eprint" && !is_arxiv_eprint()))
        continue;
      const std::optional<model::PaperReference> found =
          model::parse_paper_reference(text_span(*field).text());
      const int rank = !found ? 0 : found->id.scheme == model::IdScheme::Arxiv ? 2 : 1;
      if (rank > 0 && rank >= best_rank) {
        best = field;
        best_rank = rank;
      }
    }
    return best;
  }

  bool is_arxiv_eprint() const {
    std::string archive = meaning_of("archiveprefix");
    if (archive.empty())
      archive = meaning_of("eprinttype");
    return archive.empty() || base::to_lower_ascii(archive) == "arxiv";
  }

  void read_field(const BibField& field) {
    const std::string name = base::to_lower_ascii(field.name.text());
    if (&field == id_) {
      entry_.set("id", text_of(text_span(field)));
      return;
    }
    const std::string key = name == "journal" || name == "journaltitle" || name == "booktitle" ? "source"
                            : name == "primaryclass"                                           ? "category"
                            : name == "title" || name == "abstract"                            ? name
                                                                                               : "";
    if (name == "author" && entry_.find("authors") == nullptr)
      read_authors(field);
    else if (!key.empty() && entry_.find(key) == nullptr)
      set_known(key, field);
    else if (name == "url" && is_simple(field) && is_web_address(text_span(field).text()))
      set_link(text_span(field));
    else
      keep(field);
  }

  // What names of @string stand for is written out; how it was written is kept too.
  void set_known(const std::string& key, const BibField& field) {
    if (is_simple(field)) {
      entry_.set(key, one_line(text_span(field)));
      return;
    }
    entry_.set(key, text_value(meaning(field, strings_)));
    keep(field);
  }

  void keep(const BibField& field) {
    std::string name(field.name.text());
    while (extra_.find(name) != nullptr) name += "_";
    extra_.set(name, one_line(is_simple(field) ? text_span(field) : field.value));
  }

  static bool is_web_address(std::string_view text) {
    return base::starts_with(text, "https://") || base::starts_with(text, "http://");
  }

  // Addresses are written with TeX's escapes at times: `\_`, `\%`.
  void set_link(base::SourceSpan address) {
    std::string text(address.text());
    for (const char* escaped : {"\\_", "\\%", "\\&", "\\#", "\\~"})
      text = base::replace_all(text, escaped, std::string_view(escaped).substr(1));
    links_.set("page", text_value(std::move(text), address));
  }

  void read_authors(const BibField& field) {
    if (!is_simple(field)) {
      entry_.set("authors", list_value({text_value(meaning(field, strings_))}));
      keep(field);
      return;
    }
    std::vector<base::SourceSpan> names = split_outside(text_span(field), " and ");
    if (base::to_lower_ascii(names.back().text()) == "others") {
      entry_.set("authors_cut", plain_value("true"));
      names.pop_back();
    }
    const bool turned = std::any_of(names.begin(), names.end(), [](base::SourceSpan name) {
      return find_outside(name.text(), ",", 0) != std::string_view::npos;
    });
    value::Array authors;
    for (const base::SourceSpan& name : names)
      authors.push_back(turned ? text_value(name_of(name)) : one_line(without_outer_braces(name)));
    entry_.set("authors", list_value(std::move(authors)));
    if (turned)
      keep(field);
    else
      add_separators(text_span(field), names);
  }

  void add_separators(base::SourceSpan all, const std::vector<base::SourceSpan>& names) {
    std::uint32_t at = all.begin;
    for (const base::SourceSpan& name : names) {
      imported_.structure.push_back({all.source, at, name.begin});
      at = name.end;
    }
    imported_.structure.push_back({all.source, at, all.end});
  }

  // `van Berg, Jr, Anna` → `Anna van Berg, Jr`.
  static std::string name_of(base::SourceSpan name) {
    const std::vector<base::SourceSpan> parts = split_outside(name, ",");
    const auto text = [&](std::size_t i) {
      return base::collapse_spaces(without_outer_braces(parts[i]).text());
    };
    if (parts.size() == 1)
      return text(0);
    const std::string last = text(0) + (parts.size() > 2 ? ", " + text(1) : "");
    const std::string first = text(parts.size() - 1);
    return first.empty() ? last : first + " " + last;
  }

  void read_dates() {
    const std::string given = meaning_of("date");
    if (const std::optional<base::Date> date = base::parse_date(given)) {
      entry_.set("date", plain_value(given));
      list_.note_published(date);
    } else if (!given.empty()) {
      list_.note_published(rough_date(given.substr(0, 4), given.size() > 6 ? given.substr(5, 2) : "", ""));
    }
    const std::string day = meaning_of("day");
    const std::string month = month_number(meaning_of("month"));
    const std::optional<base::Date> rough = rough_date(meaning_of("year"), month, day);
    if (rough && !day.empty() && !month.empty() && entry_.find("date") == nullptr)
      entry_.set("date", plain_value(base::to_string(*rough)));
    list_.note_published(rough);
    for (const char* name : {"timestamp", "date-added", "dateadded", "creationdate", "urldate"})
      list_.note_handled(find_date(meaning_of(name)));
  }

  const BibEntry& work_;
  const BibStrings& strings_;
  ReadingList& list_;
  Imported& imported_;
  const BibField* id_ = nullptr;
  Mapping entry_;
  Mapping links_;
  Mapping extra_;
};

}  // namespace

std::string meaning(const BibField& field, const BibStrings& strings) {
  std::string text;
  for (const BibPart& part : field.parts) {
    const std::string name = base::to_lower_ascii(part.text.text());
    const auto known = std::find_if(strings.rbegin(), strings.rend(),
                                    [&](const auto& definition) { return definition.first == name; });
    text += part.is_name && known != strings.rend() ? known->second : std::string(part.text.text());
  }
  const bool alone = field.parts.size() == 1 && !field.parts.front().is_name;
  return base::collapse_spaces(alone ? without_outer_braces(field.parts.front().text).text() : text);
}

void read_bib_entry(const BibEntry& work, const BibStrings& strings, ReadingList& list, Imported& imported) {
  WorkReader(work, strings, list, imported).read();
}

}  // namespace paperboy::importers
