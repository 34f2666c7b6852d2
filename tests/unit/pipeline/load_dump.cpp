#include <sstream>

#include "base/text.h"
#include "load_dump.h"

namespace paperboy::tests {
namespace {

using namespace paperboy::model;

// A text on one line, marked '!' when its span does not hold exactly that text.
std::string quote(const Located& text) {
  const bool exact = text.span && text.span.text() == text.text;
  return (exact ? "" : "!") + ("\"" + base::replace_all(text.text, "\n", "\\n") + "\"");
}

std::string in_language(const std::string& language) {
  return language.empty() ? "" : "[" + language + "]";
}

class Dump {
 public:
  std::string write(const Archive& archive) {
    for (const Edition& edition : archive.editions) write_edition(edition);
    for (const PaperRecord& record : archive.papers) write_record(record, archive);
    for (const RollupText& rollup : archive.rollups)
      out_ << "rollup " << rollup.period << in_language(rollup.language) << " " << rollup.title << " "
           << quote(rollup.markdown) << "\n";
    for (const FreePage& page : archive.pages)
      out_ << "page " << page.name << in_language(page.language) << " " << page.title << " "
           << quote(page.markdown) << "\n";
    for (const auto& [name, prompt] : archive.prompts)
      out_ << "prompt " << name << " " << prompt.title << " " << quote(prompt.markdown) << "\n";
    return out_.str();
  }

 private:
  void write_edition(const Edition& edition) {
    out_ << "edition " << edition.series << " " << base::to_string(edition.date) << " "
         << to_string(edition.state) << " in " << base::join(edition.languages, ",") << " from "
         << base::join(edition.files, ", ") << "\n";
    for (const Run& run : edition.runs)
      out_ << "  run " << run.model << " " << number(run.prompt_tokens) << " "
           << number(run.completion_tokens) << " " << number(run.total_tokens) << " " << run.prompt_cost
           << " " << run.completion_cost << " " << run.total_cost << "\n";
    if (edition.counts.total || edition.counts.scanned || edition.counts.relevant)
      out_ << "  counts " << number(edition.counts.total) << " " << number(edition.counts.scanned) << " "
           << number(edition.counts.relevant) << "\n";
    line("  prompts", base::join(edition.prompts, ", "));
    for (const auto& variant : edition.text.variants()) write_text(variant.language, variant.value);
    for (const Entry& entry : edition.entries) write_entry(entry);
  }

  void write_text(const std::string& language, const EditionText& text) {
    const std::string indent = "  text" + in_language(language) + " ";
    located(indent + "title", text.title);
    line(indent + "themes", base::join(text.themes, " | "));
    located(indent + "summary", text.summary);
    for (const auto& [tag, meaning] : text.legend) line(indent + "legend", tag + " = " + meaning);
    located(indent + "body", text.body);
    for (const TopPick& pick : text.top_picks) {
      line(indent + "pick", pick.given + " → " + (pick.paper ? pick.paper->canonical() : "nothing"));
      line(indent + "  title", pick.title);
      located(indent + "  reason", pick.reason);
    }
    line(indent + "keywords", base::join(text.keywords, " | "));
    located(indent + "closing", text.closing);
  }

  void write_entry(const Entry& entry) {
    out_ << "  " << entry.rank << ". " << entry.paper.id.canonical();
    if (!entry.number.empty())
      out_ << " no. " << entry.number;
    for (const Score& score : entry.scores) out_ << " " << score.axis << "=" << score.given;
    if (entry.total)
      out_ << " total=" << entry.total->given;
    if (entry.matched_by == MatchedBy::Author)
      out_ << " by author";
    if (entry.announce_type != AnnounceType::None)
      out_ << " " << to_string(entry.announce_type);
    if (entry.date)
      out_ << " " << base::to_string(*entry.date);
    out_ << "\n";
    localized("     title", entry.paper.title);
    line("     topic", entry.topic);
    line("     also", base::join(entry.also_matches, ", "));
    line("     tag", entry.tag);
    localized("     headline", entry.headline);
    localized("     comment", entry.comment);
    localized("     topic match", entry.topic_match);
    localized("     commentary", entry.commentary);
    for (const auto& variant : entry.notes.variants())
      for (const NoteField& note : variant.value)
        out_ << "     note" << in_language(variant.language) << " " << note.label << " = "
             << quote(note.markdown) << "\n";
  }

  void write_record(const PaperRecord& record, const Archive& archive) {
    const Paper& paper = *record.paper;
    out_ << "paper " << paper.id.canonical()
         << (paper.version > 0 ? " v" + std::to_string(paper.version) : "");
    for (const Appearance& place : record.appearances)
      out_ << " @" << archive.editions[place.edition].series << "/"
           << base::to_string(archive.editions[place.edition].date) << "#" << place.entry + 1;
    out_ << "\n";
    localized("  title", paper.title);
    for (const Author& author : paper.authors)
      line("  author",
           author.name +
               (author.affiliations.empty() ? "" : " (" + base::join(author.affiliations, "; ") + ")"));
    if (paper.authors_cut)
      out_ << "  authors cut\n";
    line("  affiliations", base::join(paper.affiliations, "; "));
    line("  source", paper.source);
    line("  category",
         paper.category + (paper.categories.empty() ? "" : " + " + base::join(paper.categories, ", ")));
    localized("  abstract", paper.abstract);
    if (paper.abstract_cut)
      out_ << "  abstract cut\n";
    if (paper.published)
      line("  published", base::to_string(*paper.published));
    for (const PaperLink& link : paper.links) line("  link", link.kind + " " + link.url);
    for (const PaperNote& note : record.notes)
      out_ << "  note" << in_language(note.language) << " " << note.author << " " << quote(note.markdown)
           << "\n";
  }

  static std::string number(const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : "-";
  }
  void line(const std::string& name, const std::string& value) {
    if (!value.empty())
      out_ << name << " " << value << "\n";
  }
  void located(const std::string& name, const Located& value) {
    if (!value.text.empty())
      out_ << name << " " << quote(value) << "\n";
  }
  void localized(const std::string& name, const LocatedText& text) {
    for (const LocatedText::Variant& variant : text.variants())
      out_ << name << in_language(variant.language) << " " << quote(variant.value) << "\n";
  }

  std::ostringstream out_;
};

}  // namespace

std::string dump(const model::Archive& archive) {
  return Dump().write(archive);
}

}  // namespace paperboy::tests
