#include "pages/citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/digest.h"
#include "base/text.h"
#include "markup/formula_source.h"

namespace paperboy::pages {

namespace {

// Text between tags, as our own writers escape it.
std::string decoded(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEntities = {
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}};
  std::string text(html);
  for (const auto& [entity, sign] : kEntities) {
    text = base::replace_all(text, entity, sign);
  }
  return text;
}

bool has_paired_braces(std::string_view tex) {
  int depth = 0;
  for (const char c : tex) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth == 0;
}

// What stands between two marks; the whole of it is cut off the front of `html`.
std::string_view take(std::string_view& html, std::string_view begin, std::string_view end) {
  const std::size_t from = html.find(begin);
  const std::size_t to = from == std::string_view::npos ? from : html.find(end, from + begin.size());
  if (to == std::string_view::npos) {
    html = {};
    return {};
  }
  const std::string_view inside = html.substr(from + begin.size(), to - from - begin.size());
  html.remove_prefix(to + end.size());
  return inside;
}

// The title as TeX, formulas as they were written; empty when a formula would tear the braces around it.
std::string tex_title(std::string_view html) {
  std::string tex;
  while (!html.empty()) {
    if (base::starts_with(html, "<math")) {
      tex += "$" + decoded(markup::formula_source(take(html, "", "</math>"))) + "$";
    } else if (html.front() == '<') {
      take(html, "<", ">");
    } else {
      const std::string_view text = html.substr(0, html.find('<'));
      tex += citations::tex_text(decoded(text));
      html.remove_prefix(text.size());
    }
  }
  return has_paired_braces(tex) ? tex : "";
}

unsigned number_at(std::string_view text, std::size_t begin) {
  unsigned number = 0;
  const std::string_view digits = text.substr(std::min(begin, text.size()), 2);
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// The month an arXiv id was given in: "2605.03769", "math/0309136".
base::YearMonth month_of_id(std::string_view arxiv_id) {
  const std::size_t slash = arxiv_id.find('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  const int year = static_cast<int>(number_at(arxiv_id, begin));
  return {year > 90 ? 1900 + year : 2000 + year, number_at(arxiv_id, begin + 2)};
}

// arXiv announces within days what it numbers. A date of another time is one at which somebody came upon the
// paper, and only the month of its number is certain.
bool fits(base::Date date, base::YearMonth numbered) {
  return date.year == numbered.year && (date.month == numbered.month || date.month == numbered.month + 1);
}

citations::PartialDate date_of(const PaperView& paper, std::string_view first_seen) {
  const std::optional<base::Date> date =
      base::parse_date(paper.published.empty() ? first_seen : std::string_view(paper.published));
  if (!paper.arxiv_id.empty()) {
    const base::YearMonth numbered = month_of_id(paper.arxiv_id);
    if (numbered.month >= 1 && numbered.month <= 12 && !(date && fits(*date, numbered))) {
      return {numbered.year, numbered.month, 0};
    }
  }
  return date ? citations::PartialDate{date->year, date->month, date->day} : citations::PartialDate{};
}

// Lower-case ASCII letters and digits of a name, without its accents.
std::string key_word(std::string_view name) {
  std::string word;
  for (const char c : base::fold(name.substr(name.rfind(' ') + 1))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
    }
  }
  return word;
}

// "yuan-2605.03769", "paper-…" where nobody has a Latin name.
std::string key_of(const std::vector<citations::Name>& authors, const model::PaperId& id) {
  std::string family;
  if (!authors.empty()) {
    const citations::Name& first = authors.front();
    family = key_word(first.family.empty() ? first.literal : first.family);
  }
  const std::string folder = base::replace_all(paper_folder(id), "/", "-");
  std::string ascii;
  std::copy_if(folder.begin(), folder.end(), std::back_inserter(ascii),
               [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii != folder) {
    ascii += base::digest(id.local).substr(0, 10);
  }
  return (family.empty() ? "paper" : family) + "-" + ascii;
}

// Empty when the site does not know the topic.
std::string topic_label(const model::Site& site, std::string_view id, std::string_view language) {
  const model::Topic* topic = site.topic(id);
  if (topic == nullptr) {
    return "";
  }
  const auto* label = topic->label.best(language);
  return label == nullptr ? topic->id : label->value;
}

// Categories, then the topics it was filed under.
std::vector<std::string> keywords_of(const PaperView& paper, const model::Archive& archive,
                                     const model::PaperRecord& record, std::string_view language) {
  std::vector<std::string> keywords;
  const auto add = [&](const std::string& keyword) {
    if (std::find(keywords.begin(), keywords.end(), keyword) == keywords.end()) {
      keywords.push_back(keyword);
    }
  };
  if (paper.category) {
    add(paper.category->label);
  }
  for (const CategoryView& category : paper.categories) {
    add(category.label);
  }
  for (const model::Appearance& appearance : record.appearances) {
    const model::Entry& entry = archive.editions[appearance.edition].entries[appearance.entry];
    if (const std::string label = topic_label(archive.site, entry.topic, language); !label.empty()) {
      add(label);
    }
  }
  return keywords;
}

// In the first language that has a page of the paper.
const LanguageCatalog& cited_views(const Catalog& catalog, std::size_t paper) {
  return catalog.in(catalog.index.paper_languages[paper].front());
}

// The date of the first edition that carried a paper; empty when none did.
std::string first_seen(const Catalog& catalog, std::size_t paper) {
  const std::vector<model::Appearance>& appearances = catalog.archive.papers[paper].appearances;
  return appearances.empty() ? std::string()
                             : base::to_string(catalog.archive.editions[appearances.front().edition].date);
}

}  // namespace

citations::Citation make_citation(const PaperView& paper, std::string_view first_seen) {
  citations::Citation citation;
  citation.title = base::collapse_spaces(paper.plain_title);
  for (const AuthorView& author : people_of(paper.authors)) {
    citation.authors.push_back(citations::split_name(author.name->plain()));
  }
  citation.authors_cut = paper.authors_cut;
  citation.date = date_of(paper, first_seen);
  citation.doi = paper.doi;
  citation.arxiv_id = paper.arxiv_id;
  citation.category = paper.category ? paper.category->label : "";
  citation.source = base::to_lower_ascii(paper.source) == "arxiv" ? "" : paper.source;  // no journal
  citation.url = paper.main_link();
  return citation;
}

citations::Citation cite_paper(const Catalog& catalog, std::size_t paper) {
  const model::PaperRecord& record = catalog.archive.papers[paper];
  const LanguageCatalog& views = cited_views(catalog, paper);
  const PaperView& view = views.paper(paper);
  citations::Citation citation = make_citation(view, first_seen(catalog, paper));
  citation.key = key_of(citation.authors, record.paper->id);
  if (view.title.text != nullptr) {
    citation.tex_title = base::collapse_spaces(tex_title(view.title.text->html().str()));
  }
  citation.language = view.title.language.empty() ? language_tag(views.language()) : view.title.language;
  citation.keywords = keywords_of(view, catalog.archive, record, views.language());
  if (citation.url.empty()) {
    citation.url = catalog.addresses.url(catalog.addresses.paper(views.language(), record.paper->id));
  }
  return citation;
}

std::string_view bibtex_of(const Catalog& catalog, std::size_t paper) {
  return catalog.bibtex.get(paper, [&] { return citations::bibtex(cite_paper(catalog, paper)); });
}

citations::PartialDate cited_date(const Catalog& catalog, std::size_t paper) {
  return date_of(cited_views(catalog, paper).paper(paper), first_seen(catalog, paper));
}

std::string_view cited_abstract(const Catalog& catalog, std::size_t paper) {
  const markup::RichText* abstract = cited_views(catalog, paper).paper(paper).abstract.text;
  return abstract == nullptr ? std::string_view() : std::string_view(abstract->plain());
}

std::string coins(const EntryView& entry) {
  const EditionCardView& first = entry.first_seen == nullptr ? *entry.edition : *entry.first_seen;
  return citations::coins(make_citation(*entry.paper, first.date));
}

std::string meta_date(const citations::PartialDate& date) {
  if (date.year == 0) {
    return "";
  }
  std::string text = fmt::format("{:04}", date.year);
  for (const unsigned part : {date.month, date.month == 0 ? 0 : date.day}) {
    text += part == 0 ? "" : fmt::format("/{:02}", part);
  }
  return text;
}

}  // namespace paperboy::pages
