#include "model/markdown_edition.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "model/entry_reader.h"
#include "model/markdown_facts.h"
#include "model/markdown_picks.h"
#include "model/markdown_sections.h"
#include "model/title_key.h"

namespace paperboy::model {
namespace {

// What a heading turned out to be.
enum class Role { Prose, Paper, Note, Topic, Part };

bool has_han_or_kana(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, i);
    if (decoded.character >= 0x2E80 && decoded.character < 0xFF00)
      return true;
    i += decoded.size;
  }
  return false;
}

// Papers keep their English titles in Chinese editions: such a title is in no language of the edition.
std::string title_language(std::string_view title, const std::string& language) {
  const std::string primary = language.substr(0, language.find('-'));
  const bool east_asian = primary == "zh" || primary == "ja" || primary == "ko";
  return east_asian && !has_han_or_kana(title) ? "" : language;
}

bool holds_date(std::string_view line) {
  for (std::size_t i = 0; i + 10 <= line.size(); ++i)
    if (base::parse_date(line.substr(i, 10)))
      return true;
  return line.find("年") != std::string_view::npos && line.find("日") != std::string_view::npos;
}

// Titles are TeX text, not Markdown: emphasis and code marks around words go, formulas stay as they are.
Located plain_title(Located title) {
  std::string plain;
  bool in_formula = false;
  for (std::size_t i = 0; i < title.text.size(); ++i) {
    const char c = title.text[i];
    if (c == '$')
      in_formula = !in_formula;
    if (in_formula || (c != '*' && c != '`'))
      plain += c;
  }
  // A lone mark is no emphasis: "A* Search".
  if (title.text.size() - plain.size() >= 2)
    title.text = std::move(plain);
  return title;
}

class MarkdownEditionReader {
 public:
  MarkdownEditionReader(base::SourceSpan body, const std::vector<Entry>& known, ReadContext& context)
      : lines_(body), known_(known), context_(context), sections_(split_sections(lines_, context.site)) {}

  Edition read() {
    decide_roles();
    for (std::size_t i = 0; i < sections_.size(); ++i) read_section(i);
    for (auto& [entry, notes] : notes_)
      edition_.entries[entry].notes.set(context_.language, std::move(notes));
    for (Located* piece : {&text_.body, &text_.closing}) piece->text = std::string(base::trim(piece->text));
    edition_.text.set(context_.language, std::move(text_));
    return std::move(edition_);
  }

 private:
  // Facts below a heading: the lines they take and what they are.
  struct Facts {
    std::vector<Fact> facts;
    std::size_t end = 0;  // the first line of prose
  };

  Facts facts_below(const Section& section) const {
    Facts result{{}, section.first};
    for (std::size_t i = section.first; i < section.last; ++i) {
      if (lines_.is_blank(i))
        continue;
      std::vector<Fact> facts =
          lines_.is_code(i) ? std::vector<Fact>() : read_facts(lines_[i], context_.site);
      if (facts.empty())
        break;
      std::move(facts.begin(), facts.end(), std::back_inserter(result.facts));
      result.end = i + 1;
    }
    return result;
  }

  // An address on a line of its own further down: "…text…\n\nhttps://arxiv.org/abs/…".
  std::optional<std::size_t> lone_address(const Section& section, std::size_t first) const {
    for (std::size_t i = first; i < section.last; ++i) {
      if (lines_.is_code(i) || !lines_.stands_alone(i))
        continue;
      const std::optional<Fact> fact = read_fact(lines_[i], context_.site);
      if (fact && fact->kind == FactKind::Reference)
        return i;
    }
    return std::nullopt;
  }

  const Entry* known_paper(std::string_view heading) const {
    if (title_key(heading).size() < 4)
      return nullptr;
    for (const Entry& entry : known_)
      for (const LocatedText::Variant& title : entry.paper.title.variants())
        if (title_begins_with(title.value.text, heading))
          return &entry;
    return nullptr;
  }

  bool names_paper(const Section& section) const {
    if (!section.heading.reference.empty())
      return true;
    const Facts below = facts_below(section);
    const bool identified = std::any_of(below.facts.begin(), below.facts.end(), [](const Fact& fact) {
      return fact.kind == FactKind::Reference || fact.kind == FactKind::Link ||
             fact.kind == FactKind::Authors;
    });
    return identified || known_paper(section.heading.title) != nullptr || lone_address(section, below.end);
  }

  void decide_roles() {
    int paper_level = 0;
    for (const Section& section : sections_) {
      Role role = section.kind == SectionKind::Prose ? Role::Prose : Role::Part;
      if (section.kind == SectionKind::Heading) {
        const bool below_paper =
            paper_level == kPlainLevel ? section.level >= 3 : paper_level != 0 && section.level > paper_level;
        const bool own_address = !section.heading.reference.empty();
        if (below_paper && !own_address && section.level != kPlainLevel)
          role = Role::Note;
        else if (names_paper(section))
          role = Role::Paper;
        else if (context_.site.find_topic(section.heading.title) != nullptr)
          role = Role::Topic;
        else
          role = Role::Prose;
      }
      if (role == Role::Paper) {
        paper_level = section.level;
        last_paper_ = roles_.size();
      } else if (role == Role::Topic || role == Role::Part) {
        paper_level = 0;
      }
      roles_.push_back(role);
    }
  }

  void read_section(std::size_t i) {
    const Section& section = sections_[i];
    switch (roles_[i]) {
      case Role::Paper:
        return read_paper(section);
      case Role::Note:
        return read_note(section);
      case Role::Topic:
        topic_ = context_.site.find_topic(section.heading.title)->id;
        return add_text(section.first, section.last);
      case Role::Part:
        return read_part(section);
      case Role::Prose:
        return read_text(section, i);
    }
  }

  void read_text(const Section& section, std::size_t i) {
    if (section.kind == SectionKind::Prose)
      return read_preamble(section);
    const bool is_title = section.level == 1 && text_.title.text.empty() && edition_.entries.empty();
    if (is_title) {
      text_.title = lines_.locate(section.heading.title);
      return add_text(section.first, section.last);
    }
    const bool between_papers = last_paper_ && i < *last_paper_ && !edition_.entries.empty();
    if (between_papers || base::nearest(section.heading.title, known_titles()))
      return report_heading(section);
    add_text(section.line, section.last);
  }

  std::vector<std::string_view> known_titles() const {
    std::vector<std::string_view> titles;
    for (const Entry& entry : known_)
      for (const LocatedText::Variant& title : entry.paper.title.variants())
        titles.push_back(title.value.text);
    return titles;
  }

  // A heading that names no paper where only papers can be, or one that nearly names a paper: its text would
  // belong to nothing.
  void report_heading(const Section& section) {
    const Located heading = lines_.locate(section.heading.title);
    const bool near = base::nearest(heading.text, known_titles()).has_value();
    context_.diagnostics.error(heading.span, "heading-without-paper", "this heading names no paper",
                               near ? name_hint(heading.text, known_titles())
                                    : "put the paper's address or id on the line below it");
  }

  void read_preamble(const Section& section) {
    const std::size_t line = lines_.next_text(section.first);
    const bool is_title = section.first == 0 && line < section.last && text_.title.text.empty() &&
                          lines_.stands_alone(line) && holds_date(lines_[line]);
    if (!is_title)
      return add_text(section.first, section.last);
    text_.title = lines_.locate(without_emphasis(lines_[line]));
    add_text(line + 1, section.last);
  }

  // Adds lines to the text before the first paper or after the last.
  void add_text(std::size_t first, std::size_t last) {
    const std::string_view block = lines_.block(first, last);
    if (block.empty())
      return;
    Located piece = lines_.locate(block);
    Located& target = edition_.entries.empty() ? text_.body : text_.closing;
    if (target.text.empty()) {
      target = std::move(piece);
      return;
    }
    target.text += "\n\n" + piece.text;
    target.span.end = piece.span.end;
  }

  void read_paper(const Section& section) {
    Entry entry;
    const Facts below = facts_below(section);
    if (!section.heading.reference.empty())
      apply_fact(entry, {FactKind::Reference, {}, section.heading.reference, {}}, lines_, context_);
    for (const Fact& fact : below.facts) apply_fact(entry, fact, lines_, context_);
    std::size_t last = section.last;
    if (!has_id(entry.paper))
      if (const std::optional<std::size_t> line = lone_address(section, below.end)) {
        apply_fact(entry, *read_fact(lines_[*line], context_.site), lines_, context_);
        if (lines_.next_text(*line + 1) >= section.last)
          last = *line;
      }
    name_paper(entry, section);
    entry.number = std::string(section.heading.number);
    entry.tag = entry.tag.empty() ? std::string(section.heading.tag) : entry.tag;
    if (entry.topic.empty())
      entry.topic = topic_;
    entry.span = lines_.locate(lines_[section.line]).span;
    entry.paper.span = entry.span;
    if (const std::string_view prose = lines_.block(below.end, last); !prose.empty())
      entry.commentary.set(context_.language, lines_.locate(prose));
    edition_.entries.push_back(std::move(entry));
  }

  // The title, and the id where another file of the edition knows the paper.
  void name_paper(Entry& entry, const Section& section) {
    const std::string_view heading = section.heading.title;
    const Entry* same = nullptr;
    for (const Entry& candidate : known_)
      if (has_id(entry.paper) && candidate.paper.id == entry.paper.id)
        same = &candidate;
    if (same == nullptr && !has_id(entry.paper))
      same = known_paper(heading);
    if (same != nullptr) {
      entry.paper.id = same->paper.id;
      for (const LocatedText::Variant& title : same->paper.title.variants()) {
        if (!title_begins_with(title.value.text, heading) && !heading.empty())
          continue;
        // The heading only points at the paper: what counts is the whole title as the other file has it.
        entry.paper.title.set(title.language, title.value);
        return;
      }
    }
    if (!heading.empty())
      entry.paper.title.set(title_language(heading, context_.language), plain_title(lines_.locate(heading)));
  }

  void read_note(const Section& section) {
    const std::size_t entry = edition_.entries.size() - 1;
    if (notes_.empty() || notes_.back().first != entry)
      notes_.emplace_back(entry, std::vector<NoteField>());
    const std::string_view block = lines_.block(section.first, section.last);
    Located markdown =
        block.empty() ? Located{"", lines_.locate(lines_[section.line]).span} : lines_.locate(block);
    notes_.back().second.push_back({std::string(section.heading.title), std::move(markdown)});
  }

  void read_part(const Section& section) {
    switch (section.kind) {
      case SectionKind::TopPicks:
        return read_top_picks(section);
      case SectionKind::Keywords:
        return read_terms(section, text_.keywords);
      case SectionKind::Themes:
        return read_terms(section, text_.themes);
      case SectionKind::Summary:
        text_.summary =
            lines_.locate(!section.value.empty() ? section.value : lines_.block(section.first, section.last));
        return;
      default:
        return;
    }
  }

  void read_top_picks(const Section& section) {
    std::vector<TopPick> picks = read_picks(lines_, section.first, section.last);
    if (picks.empty() && !lines_.block(section.first, section.last).empty()) {
      context_.diagnostics.warning(lines_.locate(lines_[section.line]).span, "no-picks",
                                   "no top picks could be read below this heading",
                                   "begin each with 📌, -, a number or bold type");
      return add_text(section.first, section.last);
    }
    std::move(picks.begin(), picks.end(), std::back_inserter(text_.top_picks));
  }

  // Terms are the value on the line itself, or the first paragraph or list below; the rest is plain text.
  void read_terms(const Section& section, std::vector<std::string>& terms) {
    if (!section.value.empty())
      return add_terms(section.value, terms);
    std::size_t line = lines_.next_text(section.first);
    const bool list = base::starts_with(lines_[line], "- ") || base::starts_with(lines_[line], "* ");
    for (; line < section.last; ++line) {
      const std::string_view text = lines_[line];
      const bool item = base::starts_with(text, "- ") || base::starts_with(text, "* ");
      if (list ? (!text.empty() && !item) : text.empty())
        break;
      if (list && !text.empty())
        add_term(base::trim(text.substr(2)), terms);
      else if (!text.empty())
        add_terms(text, terms);
    }
    add_text(line, section.last);
  }

  void add_terms(std::string_view text, std::vector<std::string>& terms) {
    for (const std::string_view term : split_terms(text)) add_term(term, terms);
  }

  void add_term(std::string_view term, std::vector<std::string>& terms) {
    term = without_emphasis(term);
    if (std::find(terms.begin(), terms.end(), term) != terms.end())
      context_.diagnostics.warning(lines_.locate(term).span, "repeated-value",
                                   "\"" + std::string(term) + "\" is listed twice");
    else if (!term.empty())
      terms.emplace_back(term);
  }

  MarkdownLines lines_;
  const std::vector<Entry>& known_;
  ReadContext& context_;
  std::vector<Section> sections_;
  std::vector<Role> roles_;  // one a section
  std::optional<std::size_t> last_paper_;
  std::string topic_;
  Edition edition_;
  EditionText text_;
  std::vector<std::pair<std::size_t, std::vector<NoteField>>> notes_;  // by entry
};

}  // namespace

Edition read_markdown_edition(base::SourceSpan body, const std::vector<Entry>& known, ReadContext& context) {
  if (!body)
    return {};
  return MarkdownEditionReader(body, known, context).read();
}

}  // namespace paperboy::model
