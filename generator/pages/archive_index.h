#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/memo.h"
#include "model/archive.h"
#include "pages/texts.h"

namespace paperboy::pages {

// One person as the archive knows them: everybody whose name is the same when case and accents are set aside.
struct AuthorRecord {
  std::string name;                 // Unicode, as first met
  std::string slug;                 // unique among authors
  std::vector<std::size_t> papers;  // indexes into Archive::papers, in its order
  std::size_t number = 0;           // place among all authors
};

// A category of a source, or (with an empty category) the whole source.
struct CategoryRecord {
  std::string source;
  std::string category;  // as written most often
  std::vector<std::size_t> papers;
};

// Who, where and when, across the whole archive: computed once, the same whatever the order of the input.
struct ArchiveIndex {
  std::map<std::string, AuthorRecord, std::less<>> authors;       // by folded name
  std::map<std::string, CategoryRecord, std::less<>> sources;     // by slug of the source
  std::map<std::string, CategoryRecord, std::less<>> categories;  // by slug of source '/' slug of category
  std::map<std::string, std::vector<model::Appearance>, std::less<>> topics;  // by id; oldest first
  std::map<base::IsoWeek, std::vector<std::size_t>> weeks;                    // editions, oldest first
  std::map<base::YearMonth, std::vector<std::size_t>> months;
  std::map<int, std::vector<std::size_t>> years;
  std::vector<std::vector<const AuthorRecord*>> paper_authors;  // of each paper, by name, each once
  std::vector<std::vector<std::string>>
      paper_languages;  // in which each paper has a page, in the site's order
  // By id: a series has an index page in its own languages and in those of its editions, in the site's order.
  std::map<std::string, std::vector<std::string>, std::less<>> series_languages;

  // By their names, where those were converted for this.
  std::unordered_map<const markup::RichText*, const AuthorRecord*> read_names;

  // Null when no paper has such an author.
  const AuthorRecord* author_of(const markup::RichText& name) const;
};

// Names must have been converted.
ArchiveIndex index_archive(const model::Archive& archive, const Texts& texts, base::Memo& memo);

// The key of an author in ArchiveIndex::authors.
std::string author_key(std::string_view plain_name);

// The languages of the site, in its order, that are wanted by at least one of the given editions.
std::vector<std::string> languages_of_editions(const model::Archive& archive,
                                               const std::vector<std::size_t>& editions);
std::vector<std::string> languages_of_appearances(const model::Archive& archive,
                                                  const std::vector<model::Appearance>& appearances);

}  // namespace paperboy::pages
