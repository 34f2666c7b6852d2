#include "pages/archive_index.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <unordered_map>

#include "base/packed.h"
#include "base/text.h"
#include "base/unique_slugs.h"
#include "pages/address.h"

namespace paperboy::pages {

namespace {

using Authors = std::map<std::string, AuthorRecord, std::less<>>;

void collect_authors(const model::Archive& archive, const Texts& texts, ArchiveIndex& index) {
  std::unordered_map<const markup::RichText*, AuthorRecord*> known;  // equal names are one text
  for (std::size_t paper = 0; paper < archive.papers.size(); ++paper) {
    for (const model::Author& author : archive.papers[paper].paper->authors) {
      const markup::RichText* name = texts.rich(author.name, markup::TexField::Name);
      if (name == nullptr || name->plain().empty()) {
        continue;
      }
      AuthorRecord*& named = known[name];
      named = named == nullptr ? &index.authors[author_key(name->plain())] : named;
      AuthorRecord& record = *named;
      if (record.name.empty()) {
        record.name = name->plain();
      }
      if (record.papers.empty() || record.papers.back() != paper) {
        record.papers.push_back(paper);
      }
    }
  }
  base::UniqueSlugs slugs;
  for (auto& [key, record] : index.authors) {
    std::string plain = base::slug(key);
    bool is_initial = base::count_characters(plain) == 1;  // an address of the authors index
    record.slug = slugs.add(key, is_initial ? plain + "-author" : key);
  }
  index.read_names.insert(known.begin(), known.end());
}

std::string pack(const Authors& authors) {
  base::PackedWriter out;
  for (const auto& [key, record] : authors) {
    out.text(key).text(record.name).text(record.slug).number(record.papers.size());
    for (const std::size_t paper : record.papers) {
      out.number(paper);
    }
  }
  return out.bytes();
}

Authors unpack(std::string_view bytes) {
  Authors authors;
  for (base::PackedReader in(bytes); !in.done();) {
    const auto record = authors.emplace_hint(authors.end(), std::string(in.text()), AuthorRecord{});
    record->second.name = in.text();
    record->second.slug = in.text();
    for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
      record->second.papers.push_back(in.number());
    }
  }
  return authors;
}

// Sources write one category in several ways (CS.CV, cs.CV): the most frequent one is shown.
class SpellingCount {
 public:
  void add(const std::string& key, const std::string& spelling) { ++counts_[key][spelling]; }
  const std::string& most_frequent(const std::string& key) const {
    const std::map<std::string, int>& spellings = counts_.at(key);
    return std::max_element(spellings.begin(), spellings.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

 private:
  std::map<std::string, std::map<std::string, int>> counts_;
};

void index_categories(const model::Archive& archive, ArchiveIndex& index) {
  SpellingCount spellings;
  for (std::size_t paper = 0; paper < archive.papers.size(); ++paper) {
    const model::Paper& facts = *archive.papers[paper].paper;
    if (facts.source.empty()) {
      continue;
    }
    std::string source_key = base::slug(facts.source);
    CategoryRecord& source = index.sources[source_key];
    source.papers.push_back(paper);
    spellings.add(source_key, facts.source);
    std::vector<std::string> categories = facts.categories;
    categories.insert(categories.begin(), facts.category);
    std::set<std::string> seen;
    for (const std::string& category : categories) {
      std::string key = category.empty() ? "" : source_key + "/" + category_slug(category);
      if (key.empty() || !seen.insert(key).second) {
        continue;
      }
      index.categories[key].papers.push_back(paper);
      spellings.add(key, category);
    }
  }
  for (auto& [key, record] : index.sources) {
    record.source = spellings.most_frequent(key);
  }
  for (auto& [key, record] : index.categories) {
    record.source = index.sources.at(key.substr(0, key.find('/'))).source;
    record.category = spellings.most_frequent(key);
  }
}

void index_editions(const model::Archive& archive, ArchiveIndex& index) {
  for (std::size_t edition = 0; edition < archive.editions.size(); ++edition) {
    const model::Edition& facts = archive.editions[edition];
    index.weeks[base::iso_week(facts.date)].push_back(edition);
    index.months[base::year_month(facts.date)].push_back(edition);
    index.years[facts.date.year].push_back(edition);
    for (std::size_t entry = 0; entry < facts.entries.size(); ++entry) {
      if (!facts.entries[entry].topic.empty()) {
        index.topics[facts.entries[entry].topic].push_back({edition, entry});
      }
    }
  }
}

bool is_in(const model::Archive& archive, std::size_t edition, const std::string& language) {
  const std::vector<std::string>& languages = archive.editions[edition].languages;
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

// Those that one of many has: mostly the first, so that few are looked at.
template <typename Many, typename Has>
std::vector<std::string> languages_of_any(const model::Site& site, const Many& many, Has has) {
  std::vector<std::string> languages;
  std::copy_if(site.languages.begin(), site.languages.end(), std::back_inserter(languages),
               [&](const std::string& language) {
                 return std::any_of(many.begin(), many.end(),
                                    [&](const auto& one) { return has(one, language); });
               });
  return languages;
}

void index_series(const model::Archive& archive, ArchiveIndex& index) {
  for (const model::Series& series : archive.site.series) {
    std::vector<std::string> wanted = series.languages;
    if (const auto found = archive.editions_by_series.find(series.id);
        found != archive.editions_by_series.end()) {
      const std::vector<std::string> of_editions = languages_of_editions(archive, found->second);
      wanted.insert(wanted.end(), of_editions.begin(), of_editions.end());
    }
    index.series_languages[series.id] = languages_of_any(archive.site, wanted, std::equal_to<>());
  }
}

// Where an edition has the paper, or a note tells of it.
bool has_page(const model::Archive& archive, const model::PaperRecord& record, const std::string& language) {
  return std::any_of(record.appearances.begin(), record.appearances.end(),
                     [&](const model::Appearance& appearance) {
                       return is_in(archive, appearance.edition, language);
                     }) ||
         std::any_of(record.notes.begin(), record.notes.end(),
                     [&](const model::PaperNote& note) { return note.language == language; });
}

}  // namespace

std::string author_key(std::string_view plain_name) {
  return base::fold(base::collapse_spaces(plain_name));
}

std::vector<std::string> languages_of_editions(const model::Archive& archive,
                                               const std::vector<std::size_t>& editions) {
  return languages_of_any(archive.site, editions, [&](std::size_t edition, const std::string& language) {
    return is_in(archive, edition, language);
  });
}

std::vector<std::string> languages_of_appearances(const model::Archive& archive,
                                                  const std::vector<model::Appearance>& appearances) {
  return languages_of_any(archive.site, appearances,
                          [&](const model::Appearance& appearance, const std::string& language) {
                            return is_in(archive, appearance.edition, language);
                          });
}

const AuthorRecord* ArchiveIndex::author_of(const markup::RichText& name) const {
  const auto known = read_names.find(&name);
  if (known != read_names.end()) {
    return known->second;
  }
  const auto found = authors.find(author_key(name.plain()));
  return found == authors.end() ? nullptr : &found->second;
}

ArchiveIndex index_archive(const model::Archive& archive, const Texts& texts, base::Memo& memo) {
  ArchiveIndex index;
  // Their names need not be read again while facts stay the same.
  const base::Memo::Value authors = memo.value("authors", [&] {
    collect_authors(archive, texts, index);
    return pack(index.authors);
  });
  if (index.authors.empty()) {
    index.authors = unpack(authors.bytes);
  }
  index.paper_authors.resize(archive.papers.size());
  std::size_t number = 0;
  for (auto& [key, record] : index.authors) {
    record.number = number++;
    for (std::size_t paper : record.papers) {
      index.paper_authors[paper].push_back(&record);
    }
  }
  index_categories(archive, index);
  index_editions(archive, index);
  index_series(archive, index);
  for (const model::PaperRecord& record : archive.papers) {
    std::vector<std::string>& languages = index.paper_languages.emplace_back();
    std::copy_if(archive.site.languages.begin(), archive.site.languages.end(), std::back_inserter(languages),
                 [&](const std::string& language) { return has_page(archive, record, language); });
  }
  return index;
}

}  // namespace paperboy::pages
