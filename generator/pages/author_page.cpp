#include <algorithm>
#include <set>

#include "pages/paging.h"
#include "pages/paper_lists.h"

namespace paperboy::pages {

namespace {

std::vector<std::string> affiliations_of(const Catalog& catalog, const AuthorRecord& record) {
  std::vector<std::string> affiliations;
  std::set<std::string> seen;
  for (std::size_t paper : record.papers) {
    for (const model::Author& author : catalog.archive.papers[paper].paper->authors) {
      if (author.affiliations.empty()) {
        continue;
      }
      const markup::RichText* name = catalog.texts.rich(author.name, markup::TexField::Name);
      if (name == nullptr || catalog.index.author_of(*name) != &record) {
        continue;
      }
      for (const std::string& affiliation : author.affiliations) {
        std::string read(catalog.texts.affiliation(affiliation));
        if (seen.insert(read).second) {
          affiliations.push_back(std::move(read));
        }
      }
    }
  }
  return affiliations;
}

// There are so many authors that their papers are put in order only for pages that are made.
PageView build_author(const Catalog& catalog, const AuthorRecord& record, const std::string& language,
                      const Versions& front, std::size_t page) {
  const PaperList list(front, first_appearances(catalog.archive, record.papers), list_page_size(catalog));
  AuthorPageView content;
  content.name = record.name;
  content.affiliations = affiliations_of(catalog, record);
  content.paper_count = record.papers.size();
  content.groups = list.groups(catalog, language, page);
  content.paging = list.view(catalog, language, page);
  std::vector<LinkView> breadcrumbs = {
      home_link(catalog, language),
      phrase_link(catalog, language, "authors", catalog.addresses.index(language, "authors"))};
  std::string description =
      catalog.phrase(language, "author_description",
                     {{"author", record.name}, {"count", std::to_string(record.papers.size())}});
  PageFacts facts{"author", language, record.name, description, std::move(breadcrumbs)};
  PageView view =
      make_page_view(catalog, number_facts(catalog, std::move(facts), list, page), list.versions(page));
  view.content = std::move(content);
  return view;
}

bool wants_author(const Catalog& catalog, const AuthorRecord& record) {
  const std::vector<std::string>& languages = catalog.archive.site.languages;
  return catalog.wanted == nullptr ||
         std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
           return catalog.wants(catalog.addresses.author(language, record.slug));
         });
}

}  // namespace

bool has_author_page(const model::Site& site, const AuthorRecord& record) {
  return site.author_page_minimum > 0 &&
         record.papers.size() >= static_cast<std::size_t>(site.author_page_minimum);
}

std::string author_address(const Catalog& catalog, std::string_view language, const AuthorRecord& record) {
  if (!has_author_page(catalog.archive.site, record)) {
    return "";
  }
  std::string nearest = nearest_language(languages_of_papers(catalog, record.papers), language);
  return catalog.addresses.href(catalog.addresses.author(nearest, record.slug));
}

std::vector<Page> plan_author_pages(const Catalog& catalog) {
  std::vector<Page> pages;
  for (const auto& [key, record] : catalog.index.authors) {
    if (!has_author_page(catalog.archive.site, record) || !wants_author(catalog, record)) {
      continue;
    }
    Versions versions;
    for (const std::string& language : languages_of_papers(catalog, record.papers)) {
      versions[language] = catalog.addresses.author(language, record.slug);
    }
    // Each paper has appeared.
    auto list =
        std::make_shared<const PagedList>(std::move(versions), record.papers.size(), list_page_size(catalog));
    append_pages(
        pages, catalog, "author", "authors", {}, list,
        [&catalog, &record = record, list](const std::string& language, std::size_t page) {
          return build_author(catalog, record, language, list->front, page);
        },
        [&catalog, &record = record](const base::IsChanged& is_changed) {
          return std::any_of(record.papers.begin(), record.papers.end(),
                             [&](std::size_t paper) { return is_changed(&catalog.archive.papers[paper]); });
        });
  }
  return pages;
}

}  // namespace paperboy::pages
