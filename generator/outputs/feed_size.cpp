#include "outputs/feed_size.h"

#include <vector>

namespace paperboy::outputs {

namespace {

// What feed_html.cpp puts around the texts of a paper: elements, its address, scores.
constexpr std::size_t kAroundEntry = 120;
// Elements around a text.
constexpr std::size_t kAroundText = 12;
// An item of about the largest size may be given without abstracts or with them: here it counts with them, so
// that documents get no larger than they should.
constexpr std::size_t kSurelyTooLarge = kLargestItem * 5 / 4;

std::size_t size_of(const model::Located& text) {
  return text.text.empty() ? 0 : text.text.size() + kAroundText;
}

std::size_t size_of(const model::LocatedText& text, std::string_view language) {
  const auto* shown = text.best(language);
  return shown == nullptr ? 0 : size_of(shown->value);
}

// What the edition says of a paper, where it says nothing what is known of the paper.
const model::LocatedText& first_of(const model::LocatedText& said, const model::LocatedText& known) {
  return said.empty() ? known : said;
}

std::size_t size_of(const std::vector<model::Author>& authors) {
  std::size_t size = 0;
  for (const model::Author& author : authors) {
    size += author.name.size() + 2;
  }
  return size;
}

std::size_t size_of_notes(const model::Entry& entry, const model::PaperRecord& record,
                          std::string_view language) {
  std::size_t size = size_of(entry.commentary, language);
  if (const auto* notes = entry.notes.best(language)) {
    for (const model::NoteField& note : notes->value) {
      size += note.label.size() + kAroundText + size_of(note.markdown);
    }
  }
  // Those in other languages, too: they are shown where there are none in this one.
  for (const model::PaperNote& note : record.notes) {
    size += size_of(note.markdown);
  }
  return size;
}

std::size_t size_without_abstract(const model::Entry& entry, const model::PaperRecord& record,
                                  std::string_view language) {
  const bool has_authors = !entry.paper.authors.empty();
  return kAroundEntry + size_of(first_of(entry.paper.title, record.paper->title), language) +
         size_of(has_authors ? entry.paper.authors : record.paper->authors) +
         size_of(entry.comment, language) + size_of(entry.topic_match, language) +
         size_of_notes(entry, record, language);
}

std::size_t size_of(const model::EditionText& text) {
  return size_of(text.summary) + size_of(text.body) + size_of(text.closing);
}

}  // namespace

std::size_t item_size(const model::Archive& archive, const model::Edition& edition,
                      std::string_view language) {
  const auto* text = edition.text.best(language);
  std::size_t size = text == nullptr ? 0 : size_of(text->value);
  std::size_t abstracts = 0;
  for (const model::Entry& entry : edition.entries) {
    const model::PaperRecord& record = archive.papers[entry.record];
    size += size_without_abstract(entry, record, language);
    abstracts += size_of(first_of(entry.paper.abstract, record.paper->abstract), language);
  }
  return size + abstracts > kSurelyTooLarge ? size : size + abstracts;
}

}  // namespace paperboy::outputs
