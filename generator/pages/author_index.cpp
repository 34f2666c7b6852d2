#include <algorithm>
#include <map>
#include <memory>

#include "base/text.h"
#include "pages/page.h"
#include "pages/paging.h"
#include "pages/paper_lists.h"

namespace paperboy::pages {

namespace {

// A name with its link takes about a sixth of the room of a paper with authors and place.
constexpr std::size_t kNamesAPaper = 6;
// Authors on the front page of an index that is cut.
constexpr std::size_t kMostFrequent = 100;

using Records = std::vector<const AuthorRecord*>;

// Authors whose names begin with the same letter; those without a letter come last.
struct Initial {
  std::string label;   // "J", "王", "#"
  std::string folder;  // below authors/: "j", "王", "0"; no author has a slug of one character
  Records authors;     // by name
};

// The first letter of a folded name, nothing when it has none.
std::string first_letter(std::string_view key) {
  for (std::size_t at = 0; at < key.size();) {
    base::Decoded decoded = base::decode_utf8(key, at);
    if (base::character_kind(decoded.character) == base::CharacterKind::Letter) {
      return std::string(key.substr(at, decoded.size));
    }
    at += decoded.size;
  }
  return "";
}

// The whole index: front page, and the pages of each letter when it is too long for one.
struct AuthorIndex {
  Versions front;
  Records authors;                // by name
  std::vector<Initial> initials;  // empty: everybody is on the front page
  std::size_t page_size = 0;

  std::size_t pages(const Initial& initial) const {
    return (initial.authors.size() + page_size - 1) / page_size;
  }
  Versions versions(const Initial& initial, std::size_t page) const {
    Versions addresses = front;
    for (auto& [language, address] : addresses) {
      address += initial.folder + "/" + (page == 1 ? "" : std::to_string(page) + "/");
    }
    return addresses;
  }
};

std::vector<Initial> by_initial(const Catalog& catalog) {
  std::map<std::string, Initial> initials;
  Initial others{"#", "0", {}};
  for (const auto& [key, record] : catalog.index.authors) {
    if (!has_author_page(catalog.archive.site, record)) {
      continue;
    }
    std::string letter = first_letter(key);
    Initial& initial = letter.empty() ? others : initials[letter];
    if (initial.label.empty()) {
      bool is_latin = letter.size() == 1;
      initial.label = is_latin ? std::string(1, static_cast<char>(letter.front() - 'a' + 'A')) : letter;
      initial.folder = letter;
    }
    initial.authors.push_back(&record);
  }
  std::vector<Initial> sorted;
  for (auto& [letter, initial] : initials) {
    sorted.push_back(std::move(initial));
  }
  if (!others.authors.empty()) {
    sorted.push_back(std::move(others));
  }
  return sorted;
}

AuthorIndex list_authors(const Catalog& catalog) {
  AuthorIndex index;
  for (const std::string& language : catalog.archive.site.languages) {
    index.front[language] = catalog.addresses.index(language, "authors");
  }
  for (const auto& [key, record] : catalog.index.authors) {
    if (has_author_page(catalog.archive.site, record)) {
      index.authors.push_back(&record);
    }
  }
  index.page_size = list_page_size(catalog) * kNamesAPaper;
  if (index.page_size > 0 && index.authors.size() > 2 * index.page_size) {
    index.initials = by_initial(catalog);
  }
  return index;
}

CountView author_count(const Catalog& catalog, std::string_view language, const AuthorRecord& record) {
  return {record.name, author_address(catalog, language, record), "", record.papers.size()};
}

Records most_frequent(Records authors) {
  std::stable_sort(authors.begin(), authors.end(), [](const AuthorRecord* a, const AuthorRecord* b) {
    return a->papers.size() > b->papers.size();
  });
  authors.resize(std::min(authors.size(), kMostFrequent));
  return authors;
}

PageView build_front(const Catalog& catalog, const AuthorIndex& index, const std::string& language) {
  IndexView content;
  content.name = "authors";
  for (const Initial& initial : index.initials) {
    std::string address = index.versions(initial, 1).at(language);
    content.initials.push_back({initial.label, catalog.addresses.href(address), "", initial.authors.size()});
  }
  for (const AuthorRecord* record : index.initials.empty() ? index.authors : most_frequent(index.authors)) {
    content.items.push_back(author_count(catalog, language, *record));
  }
  PageView view = make_page_view(catalog,
                                 {"index",
                                  language,
                                  catalog.phrase(language, "authors"),
                                  catalog.phrase(language, "authors_description"),
                                  {home_link(catalog, language)}},
                                 index.front);
  view.content = std::move(content);
  return view;
}

// The pages of a letter, each named by its first author.
PagingView initial_paging(const Catalog& catalog, const AuthorIndex& index, const Initial& initial,
                          const std::string& language, std::size_t page) {
  PagingView view;
  view.number = page;
  view.count = index.pages(initial);
  const auto link = [&](std::size_t number) {
    std::string address = index.versions(initial, number).at(language);
    return LinkView{std::to_string(number), catalog.addresses.href(address), "", number == page};
  };
  if (page > 1) {
    view.previous = link(page - 1);
    view.front = link(1);
  }
  if (page < view.count) {
    view.next = link(page + 1);
  }
  return view;
}

PageView build_initial(const Catalog& catalog, const AuthorIndex& index, const Initial& initial,
                       const std::string& language, std::size_t page) {
  IndexView content;
  content.name = "authors";
  std::size_t first = (page - 1) * index.page_size;
  std::size_t last = std::min(first + index.page_size, initial.authors.size());
  for (std::size_t place = first; place < last; ++place) {
    content.items.push_back(author_count(catalog, language, *initial.authors[place]));
  }
  content.paging = initial_paging(catalog, index, initial, language, page);
  std::string title = catalog.phrase(language, "authors") + catalog.phrase(language, "colon") + initial.label;
  if (page > 1) {
    title = catalog.phrase(language, "numbered_title", {{"title", title}, {"number", std::to_string(page)}});
  }
  std::vector<LinkView> breadcrumbs = {home_link(catalog, language),
                                       phrase_link(catalog, language, "authors", index.front.at(language))};
  PageView view = make_page_view(
      catalog,
      {"index", language, title, catalog.phrase(language, "authors_description"), std::move(breadcrumbs)},
      index.versions(initial, page));
  view.content = std::move(content);
  return view;
}

}  // namespace

std::vector<Page> plan_author_index_pages(const Catalog& catalog) {
  auto index = std::make_shared<const AuthorIndex>(list_authors(catalog));
  std::vector<Page> pages;
  if (index->authors.empty()) {
    return pages;
  }
  const auto add = [&](const std::string& language, const std::string& address,
                       std::function<PageView()> build) {
    pages.push_back({"index", language, address, {}, index->front.at(language), std::move(build)});
  };
  for (const auto& [language, address] : index->front) {
    add(language, address,
        [&catalog, index, language = language] { return build_front(catalog, *index, language); });
  }
  for (const Initial& initial : index->initials) {
    for (std::size_t page = 1; page <= index->pages(initial); ++page) {
      for (const auto& [language, address] : index->versions(initial, page)) {
        add(language, address, [&catalog, index, &initial, language = language, page] {
          return build_initial(catalog, *index, initial, language, page);
        });
      }
    }
  }
  return pages;
}

}  // namespace paperboy::pages
