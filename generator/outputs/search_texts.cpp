#include "outputs/search_texts.h"

#include <algorithm>
#include <utility>

#include "base/reads.h"

namespace paperboy::outputs {

namespace {

using markup::TexField;
using search::Field;

class Texts {
 public:
  Texts(const pages::Catalog& catalog, const model::PaperRecord& record)
      : catalog_(catalog), site_(catalog.archive.site), record_(record) {}

  std::vector<SearchText> collect() {
    base::Reads::note(&record_);
    add_facts(*record_.paper);
    for (const model::Appearance& appearance : record_.appearances) {
      const model::Edition& edition = catalog_.archive.editions[appearance.edition];
      const model::Entry& entry = edition.entries[appearance.entry];
      base::Reads::note(&entry);
      add_facts(entry.paper);
      add_topics(entry);
      add_judgement(edition, entry);
    }
    for (const std::string& language : site_.languages) {
      for (const model::PaperNote& note : record_.notes) {
        add_markdown(pages::paper_note(note, record_.paper->id, language), note.language);
      }
    }
    // Last, because comments say more in a list of results.
    add_rich(record_.paper->abstract, TexField::Abstract, Field::Abstract);
    for (const model::Appearance& appearance : record_.appearances) {
      const model::Edition& edition = catalog_.archive.editions[appearance.edition];
      add_rich(edition.entries[appearance.entry].paper.abstract, TexField::Abstract, Field::Abstract);
    }
    return std::move(texts_);
  }

 private:
  void add(Field field, std::string_view text, std::string language = "") {
    if (!text.empty() && !is_known(field, text)) {
      texts_.push_back({field, text, std::move(language)});
    }
  }

  // They are few.
  bool is_known(Field field, std::string_view text) const {
    return std::any_of(texts_.begin(), texts_.end(),
                       [&](const SearchText& known) { return known.field == field && known.text == text; });
  }

  // The stated language, else the one the text is evidently in, else the site's first.
  void add_prose(Field field, std::string_view text, std::string_view stated) {
    if (text.empty() || is_known(field, text)) {
      return;
    }
    const std::string& usual = site_.default_language();
    const std::string evident = pages::foreign_language(text, stated, usual);
    add(field, text, evident.empty() ? pages::language_tag(usual) : evident);
  }

  void add_rich(const model::LocatedText& text, TexField tex, Field field) {
    for (const auto& variant : text.variants()) {
      if (const markup::RichText* rich = catalog_.texts.rich(variant.value.text, tex)) {
        add_prose(field, rich->plain(), variant.language);
      }
    }
  }

  void add_markdown(const pages::MarkdownText& text, std::string_view stated) {
    if (const markup::MarkdownResult* result = catalog_.texts.markdown(text)) {
      add_prose(Field::Comment, result->text.plain(), stated);
    }
  }

  void add_facts(const model::Paper& paper) {
    add_rich(paper.title, TexField::Title, Field::Title);
    add(Field::Id, paper.id.local);
    for (const model::Author& author : paper.authors) {
      if (const markup::RichText* name = catalog_.texts.rich(author.name, TexField::Name)) {
        add(Field::Author, name->plain());
      }
    }
    add(Field::Source, paper.source);
    add(Field::Source, paper.category);
    for (const std::string& category : paper.categories) {
      add(Field::Source, category);
    }
    for (const model::PaperLink& link : paper.links) {
      constexpr std::string_view kResolver = "doi.org/";
      if (const std::size_t place = link.url.find(kResolver); place != std::string::npos) {
        add(Field::Id, std::string_view(link.url).substr(place + kResolver.size()));
      }
    }
  }

  void add_topics(const model::Entry& entry) {
    std::vector<std::string> ids = entry.also_matches;
    ids.insert(ids.begin(), entry.topic);
    for (const std::string& id : ids) {
      if (const model::Topic* topic = catalog_.archive.site.topic(id)) {
        for (const auto& label : topic->label.variants()) {
          add(Field::Topic, label.value);
        }
      }
    }
  }

  // What an edition says of the paper.
  void add_judgement(const model::Edition& edition, const model::Entry& entry) {
    add_rich(entry.headline, TexField::Title, Field::Headline);
    add_rich(entry.comment, TexField::Abstract, Field::Comment);
    add(Field::Source, entry.tag);
    for (const std::string& language : site_.languages) {
      if (const auto* commentary = entry.commentary.best(language)) {
        add_markdown(pages::entry_commentary(edition, entry, commentary->value, language),
                     commentary->language);
      }
      if (const auto* notes = entry.notes.best(language)) {
        for (std::size_t position = 0; position < notes->value.size(); ++position) {
          const model::Located& text = notes->value[position].markdown;
          add_markdown(pages::entry_note(edition, entry, text, language, position), notes->language);
        }
      }
    }
    add_rich(entry.topic_match, TexField::Abstract, Field::Comment);
  }

  const pages::Catalog& catalog_;
  const model::Site& site_;
  const model::PaperRecord& record_;
  std::vector<SearchText> texts_;
};

}  // namespace

std::vector<SearchText> search_texts(const pages::Catalog& catalog, std::size_t paper) {
  return Texts(catalog, catalog.archive.papers[paper]).collect();
}

}  // namespace paperboy::outputs
