#include <algorithm>

#include "base/text.h"
#include "pages/paging.h"
#include "pages/paper_lists.h"

namespace paperboy::pages {

namespace {

std::string category_address(const Catalog& catalog, const std::string& language,
                             const CategoryRecord& record) {
  std::string nearest = nearest_language(languages_of_papers(catalog, record.papers), language);
  return record.category.empty() ? catalog.addresses.source(nearest, record.source)
                                 : catalog.addresses.category(nearest, record.source, record.category);
}

std::vector<CountView> categories_of(const Catalog& catalog, const std::string& language,
                                     const std::string& source) {
  std::vector<CountView> counts;
  std::string prefix = base::slug(source) + "/";
  for (const auto& [key, record] : catalog.index.categories) {
    if (base::starts_with(key, prefix)) {
      counts.push_back({record.category, catalog.addresses.href(category_address(catalog, language, record)),
                        "", record.papers.size()});
    }
  }
  return counts;
}

PageView build_category(const Catalog& catalog, const CategoryRecord& record, const std::string& language,
                        const PaperList& list, std::size_t page) {
  CategoryPageView content;
  content.source = record.source;
  content.category = record.category;
  content.paper_count = record.papers.size();
  content.groups = list.groups(catalog, language, page);
  content.paging = list.view(catalog, language, page);
  std::vector<LinkView> breadcrumbs = {
      home_link(catalog, language),
      phrase_link(catalog, language, "sources", catalog.addresses.index(language, "sources"))};
  std::string title = record.source;
  if (!record.category.empty()) {
    const CategoryRecord& source = catalog.index.sources.at(base::slug(record.source));
    content.source_address = catalog.addresses.href(category_address(catalog, language, source));
    breadcrumbs.push_back({record.source, content.source_address, "", false});
    title += " " + record.category;
  } else if (list.paging.is_front(page)) {
    content.categories = categories_of(catalog, language, record.source);
  }
  std::string description = catalog.phrase(
      language, "source_description", {{"source", title}, {"count", std::to_string(record.papers.size())}});
  PageFacts facts{"category", language, title, description, std::move(breadcrumbs)};
  PageView view =
      make_page_view(catalog, number_facts(catalog, std::move(facts), list, page), list.versions(page));
  view.content = std::move(content);
  return view;
}

std::vector<Page> plan_records(const Catalog& catalog,
                               const std::map<std::string, CategoryRecord, std::less<>>& records) {
  std::vector<Page> pages;
  for (const auto& [key, record] : records) {
    Versions versions;
    for (const std::string& language : languages_of_papers(catalog, record.papers)) {
      versions[language] = category_address(catalog, language, record);
    }
    auto list = std::make_shared<const PaperList>(
        std::move(versions), first_appearances(catalog.archive, record.papers), list_page_size(catalog));
    append_pages(pages, catalog, "category", "sources", {}, list,
                 [&catalog, &record = record, list](const std::string& language, std::size_t page) {
                   return build_category(catalog, record, language, *list, page);
                 });
  }
  return pages;
}

}  // namespace

std::vector<std::string> languages_of_papers(const Catalog& catalog, const std::vector<std::size_t>& papers) {
  std::vector<std::string> languages;
  for (const std::string& language : catalog.archive.site.languages) {
    bool wanted = std::any_of(papers.begin(), papers.end(), [&](std::size_t paper) {
      const std::vector<std::string>& known = catalog.index.paper_languages[paper];
      return std::find(known.begin(), known.end(), language) != known.end();
    });
    if (wanted) {
      languages.push_back(language);
    }
  }
  return languages;
}

std::vector<Page> plan_source_pages(const Catalog& catalog) {
  std::vector<Page> pages = plan_records(catalog, catalog.index.sources);
  std::vector<Page> categories = plan_records(catalog, catalog.index.categories);
  std::move(categories.begin(), categories.end(), std::back_inserter(pages));
  return pages;
}

}  // namespace paperboy::pages
