#include <algorithm>
#include <cstdint>

#include "pages/citation.h"
#include "pages/citation_files.h"
#include "pages/page.h"
#include "pages/paper_relations.h"

namespace paperboy::pages {

namespace {

// A paper stands below the series that carried it last.
std::vector<LinkView> paper_breadcrumbs(const Catalog& catalog, const PaperPageView& content,
                                        const std::string& language) {
  std::vector<LinkView> links = {home_link(catalog, language)};
  if (!content.appearances.empty()) {
    const EditionCardView& edition = *content.appearances.back()->edition;
    links.push_back({edition.series_title, edition.series_address, "", false});
  }
  return links;
}

Versions versions_of(const Catalog& catalog, std::size_t index) {
  Versions versions;
  for (const std::string& language : catalog.index.paper_languages[index]) {
    versions[language] = catalog.addresses.paper(language, catalog.archive.papers[index].paper->id);
  }
  return versions;
}

PageView build_paper(const Catalog& catalog, std::size_t index, const std::string& language) {
  const Versions versions = versions_of(catalog, index);
  const model::PaperRecord& record = catalog.archive.papers[index];
  const LanguageCatalog& views = catalog.in(language);
  PaperPageView content;
  content.paper = &views.paper(index);
  for (const model::Appearance& appearance : record.appearances) {
    content.appearances.push_back(&views.entry(appearance));
  }
  if (!content.appearances.empty()) {
    content.notes = content.appearances.front()->paper_notes;
  }
  content.related = views.related(index);
  content.bibtex = bibtex_of(catalog, index);
  content.citation_date = meta_date(cited_date(catalog, index));
  const std::string title(content.paper->plain_title);
  std::string description = content.paper->abstract.text != nullptr
                                ? std::string(content.paper->abstract.text->plain())
                                : catalog.phrase(language, "paper_description", {{"title", title}});
  PageView view = make_page_view(
      catalog, {"paper", language, title, description, paper_breadcrumbs(catalog, content, language)},
      versions);
  if (!content.appearances.empty()) {
    view.date = content.appearances.back()->edition->date;
  }
  view.citations = citation_files(catalog, versions);
  view.content = std::move(content);
  return view;
}

bool shows_changed(const Catalog& catalog, std::size_t index, const std::string& language,
                   const base::IsChanged& is_changed) {
  const std::vector<model::PaperRecord>& papers = catalog.archive.papers;
  if (is_changed(&papers[index]) || catalog.relations->has_moved(language, index)) {
    return true;
  }
  const std::vector<RelatedPaper> related = catalog.relations->of(language, index);
  return std::any_of(related.begin(), related.end(),
                     [&](const RelatedPaper& other) { return is_changed(&papers[other.paper]); });
}

// Which page: small enough to stand in a function without memory of its own, since most pages are of papers.
struct PlannedPaper {
  const Catalog* catalog;
  std::uint32_t index;
  std::uint32_t language;  // of the site's

  const std::string& language_code() const { return catalog->archive.site.languages[language]; }
};

}  // namespace

std::vector<Page> plan_paper_pages(const Catalog& catalog) {
  const std::vector<std::string>& languages = catalog.archive.site.languages;
  std::vector<Page> pages;
  for (std::size_t index = 0; index < catalog.archive.papers.size(); ++index) {
    const model::Paper& paper = *catalog.archive.papers[index].paper;
    for (const std::string& language : catalog.index.paper_languages[index]) {
      std::string address = catalog.addresses.paper(language, paper.id);
      if (!catalog.wants(address)) {
        continue;
      }
      const auto number = std::find(languages.begin(), languages.end(), language) - languages.begin();
      const PlannedPaper page{&catalog, static_cast<std::uint32_t>(index),
                              static_cast<std::uint32_t>(number)};
      pages.push_back({"paper", language, std::move(address), paper.span, "",
                       [page] { return build_paper(*page.catalog, page.index, page.language_code()); },
                       [page](const base::IsChanged& is_changed) {
                         return shows_changed(*page.catalog, page.index, page.language_code(), is_changed);
                       }});
    }
  }
  return pages;
}

}  // namespace paperboy::pages
