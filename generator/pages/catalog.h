#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/lazy_list.h"
#include "base/lazy_texts.h"
#include "base/memo.h"
#include "model/archive.h"
#include "pages/address.h"
#include "pages/archive_index.h"
#include "pages/changes.h"
#include "pages/language_catalog.h"
#include "pages/period_keywords.h"
#include "pages/phrases.h"
#include "pages/texts.h"

namespace paperboy::pages {

class Relations;

using PhrasesByLanguage = std::map<std::string, Phrases, std::less<>>;

// Everything that planning and building pages needs. Addresses come first: pages are planned, then texts
// are converted (their links need the addresses), then there are the views of each language.
struct Catalog {
  Catalog(const model::Archive& its_archive, const Addresses& its_addresses, const Texts& its_texts,
          const ArchiveIndex& its_index, const PhrasesByLanguage& its_phrases, base::Memo& its_memo);
  ~Catalog();

  const model::Archive& archive;
  const Addresses& addresses;
  const Texts& texts;
  const ArchiveIndex& index;
  const PhrasesByLanguage& phrases;
  base::Memo& memo;
  // Where not all pages are wanted, those that are: others may be left out when pages are planned. Null: all.
  const AddressList* wanted = nullptr;
  const AddressSet* planned = nullptr;  // every page's address, once pages are planned
  std::map<std::string, LanguageCatalog, std::less<>> languages;  // once texts are converted
  std::unique_ptr<Relations> relations;                           // the same
  PeriodKeywords keywords;                                        // the same
  mutable base::LazyList<std::vector<Change>> changes;            // as Site::series
  mutable base::LazyTexts bibtex;                                 // as Archive::papers, see bibtex_of()

  // Whether a page at this address or below it is wanted.
  bool wants(std::string_view address) const { return wanted == nullptr || wanted->reaches(address); }
  // How a series of the site changed, found when it is first asked for. Safe from several threads.
  const std::vector<Change>& changes_of(const model::Series& series) const;
  const LanguageCatalog& in(std::string_view language) const { return languages.find(language)->second; }
  // A phrase of the interface; the key itself when it is missing.
  std::string phrase(std::string_view language, std::string_view key,
                     const std::vector<std::pair<std::string, std::string>>& values = {}) const;
};

// Opens the views of every language, to be made from the converted texts.
void fill_catalog(Catalog& catalog, std::size_t threads);

// The texts of an archive, for Texts: first what stands in TeX, then what is Markdown. With `files` only
// those that these files may have brought.
using ContentFiles = std::set<std::string>;
void add_tex_texts(const model::Archive& archive, Texts& texts, const ContentFiles* files = nullptr);
void add_markdown_texts(const model::Archive& archive, Texts& texts, const ContentFiles* files = nullptr);

// Where a Markdown text of each kind stands on its page; adding and looking up must agree.
MarkdownText entry_commentary(const model::Edition& edition, const model::Entry& entry,
                              const model::Located& text, std::string_view language);
MarkdownText entry_note(const model::Edition& edition, const model::Entry& entry, const model::Located& text,
                        std::string_view language, std::size_t position);
MarkdownText paper_note(const model::PaperNote& note, const model::PaperId& id, std::string_view language);
MarkdownText edition_text(const model::Located& text, std::string_view part, std::string_view language);
MarkdownText rollup_text(const model::RollupText& text, std::string_view language);
MarkdownText prompt_text(const model::Prompt& prompt, std::string_view language);
MarkdownText free_page_text(const model::FreePage& page, std::string_view language);
MarkdownText description_text(const model::Text::Variant& variant, std::string_view language);

// What an edition says in a language: that language's text, field by field, else what was written for any
// language, else (for an edition that does not exist in the language) its first text. That the edition is
// read is noted (base::Reads).
class EditionWords {
 public:
  EditionWords(const model::Edition& edition, std::string_view language);

  // Whether a text has anything in the field that `read` gives.
  template <typename Read>
  auto first(Read read) const -> decltype(read(std::declval<const model::EditionText&>())) {
    for (const model::EditionText* text : texts_) {
      auto value = read(*text);
      if (value != nullptr) {
        return value;
      }
    }
    return nullptr;
  }
  const std::string& language() const { return language_; }

 private:
  std::vector<const model::EditionText*> texts_;
  std::string language_;
};

std::string edition_title(const model::Archive& archive, const model::Edition& edition,
                          std::string_view language);

// The value of the `lang` attribute: "zh" is written "zh-Hans".
std::string language_tag(std::string_view language);
// The language a text is evidently in, when that differs from the page's: Han characters on an English
// page, none on a Chinese one. Empty when there is nothing to mark.
std::string foreign_language(std::string_view plain, std::string_view stated, std::string_view page_language);

}  // namespace paperboy::pages
