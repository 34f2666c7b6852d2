#include "pages/edition_content.h"

#include <utility>
#include <vector>

#include "base/text.h"

namespace paperboy::pages {

namespace {

class ContentWriter {
 public:
  ContentWriter(const Catalog& catalog, std::size_t index, const std::string& language)
      : catalog_(catalog),
        views_(catalog.in(language)),
        edition_(catalog.archive.editions[index]),
        index_(index),
        language_(language) {}

  EditionView write() {
    view_.card = views_.card(index_);
    add_entries();
    add_texts();
    return std::move(view_);
  }

 private:
  void add_entries() {
    const model::Series& series = *catalog_.archive.site.find_series(edition_.series);
    view_.grouped = series.grouping == model::Grouping::Topic;
    view_.show_empty_notes = series.show_empty_notes;
    view_.entries = views_.entries(index_);
    view_.has_headlines = std::any_of(view_.entries.begin(), view_.entries.end(),
                                      [](const EntryView* entry) { return entry->headline.text != nullptr; });
    view_.sections =
        view_.grouped ? sections_by_topic() : std::vector<SectionView>{{nullptr, "", view_.entries}};
  }

  // Sections stand in the order of the topic registry; papers without a topic come last.
  std::vector<SectionView> sections_by_topic() {
    std::vector<SectionView> sections;
    for (const model::Topic& topic : catalog_.archive.site.topics) {
      SectionView section = section_of(topic.id);
      if (!section.entries.empty()) {
        sections.push_back(std::move(section));
      }
    }
    SectionView unsorted = section_of("");
    if (!unsorted.entries.empty()) {
      sections.push_back(std::move(unsorted));
    }
    return sections;
  }

  SectionView section_of(std::string_view topic) {
    SectionView section;
    section.anchor = "topic-" + (topic.empty() ? "unsorted" : base::slug(topic));
    for (const EntryView* entry : view_.entries) {
      std::string_view id = entry->topic == nullptr ? std::string_view() : std::string_view(entry->topic->id);
      if (id == topic) {
        section.topic = entry->topic;
        section.entries.push_back(entry);
      }
    }
    return section;
  }

  const base::Html* html(const model::Located& text, std::string_view part) const {
    const auto* converted = catalog_.texts.markdown(edition_text(text, part, language_));
    return converted == nullptr ? nullptr : &converted->text.html();
  }

  void add_texts() {
    using model::EditionText;
    const EditionWords words(edition_, language_);
    if (auto* body =
            words.first([](const EditionText& t) { return t.body.text.empty() ? nullptr : &t.body; })) {
      view_.body = html(*body, "body");
    }
    if (auto* closing =
            words.first([](const EditionText& t) { return t.closing.text.empty() ? nullptr : &t.closing; })) {
      view_.closing = html(*closing, "closing");
    }
  }

  const Catalog& catalog_;
  const LanguageCatalog& views_;
  const model::Edition& edition_;
  std::size_t index_;
  const std::string& language_;
  EditionView view_;
};

}  // namespace

EditionView edition_content(const Catalog& catalog, std::size_t edition, const std::string& language) {
  return ContentWriter(catalog, edition, language).write();
}

}  // namespace paperboy::pages
