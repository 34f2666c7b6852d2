#include "model/entry_check.h"

#include <string>
#include <string_view>

namespace paperboy::model {
namespace {

constexpr std::size_t kLongestTitle = 4'000;
constexpr std::size_t kLongestName = 1'000;
constexpr std::size_t kLongestPlace = 100;  // of a source or category: it becomes a folder
constexpr std::size_t kLongestComment = 20'000;
constexpr std::size_t kLongestAbstract = 60'000;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The place of a quote as in `G"und` or `G"{u}nd`: TeX's \" without its backslash. Only letters that take a
// diaeresis count, for quoted words may touch others.
std::size_t find_lost_accent(std::string_view text) {
  constexpr std::string_view kAccented = "aeiouyAEIOUY";
  for (std::size_t at = text.find('"', 1); at != std::string_view::npos; at = text.find('"', at + 1)) {
    const std::size_t next = at + 1 < text.size() && text[at + 1] == '{' ? at + 2 : at + 1;
    if (is_letter(text[at - 1]) && next < text.size() && kAccented.find(text[next]) != std::string_view::npos)
      return at;
  }
  return std::string_view::npos;
}

class EntryTexts {
 public:
  explicit EntryTexts(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check(const Entry& entry) {
    for (const LocatedText::Variant& title : entry.paper.title.variants()) {
      check_length("title", title.value.text.size(), title.value.span, kLongestTitle);
      check_accents(title.value.text, title.value.span);
    }
    for (const LocatedText::Variant& headline : entry.headline.variants())
      check_length("headline", headline.value.text.size(), headline.value.span, kLongestTitle);
    for (const Author& author : entry.paper.authors) {
      check_length("author's name", author.name.size(), author.span, kLongestName);
      check_accents(author.name, author.span);
    }
    check_length("source", entry.paper.source.size(), entry.span, kLongestPlace);
    check_length("category", entry.paper.category.size(), entry.span, kLongestPlace);
    for (const std::string& category : entry.paper.categories)
      check_length("category", category.size(), entry.span, kLongestPlace);
    for (const LocatedText::Variant& abstract : entry.paper.abstract.variants())
      check_length("abstract", abstract.value.text.size(), abstract.value.span, kLongestAbstract);
    for (const LocatedText* texts : {&entry.comment, &entry.topic_match})
      for (const LocatedText::Variant& text : texts->variants())
        check_length("comment", text.value.text.size(), text.value.span, kLongestComment);
  }

 private:
  void check_length(const char* what, std::size_t size, base::SourceSpan span, std::size_t most) {
    if (size > most)
      diagnostics_.error(start_of(span), "text-too-long",
                         std::string("this ") + what + " has " + std::to_string(size) + " bytes, more than " +
                             std::to_string(most),
                         "shorten it; a closing quote may be missing");
  }

  // All of it would fill the screen.
  static base::SourceSpan start_of(base::SourceSpan span) {
    return span ? base::SourceSpan{span.source, span.begin, span.begin} : span;
  }

  void check_accents(std::string_view text, base::SourceSpan span) {
    if (find_lost_accent(text) != std::string_view::npos)
      diagnostics_.warning(span, "damaged-tex", "a double quote between letters: a backslash was lost here",
                           "TeX accents need single quotes or block text in YAML, and \\\\\\\" in JSON");
  }

  base::Diagnostics& diagnostics_;
};

}  // namespace

void check_entry_texts(const Entry& entry, base::Diagnostics& diagnostics) {
  EntryTexts(diagnostics).check(entry);
}

}  // namespace paperboy::model
