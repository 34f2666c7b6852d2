#include "pages/citation_files.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"

namespace paperboy::pages {

namespace {

std::string_view ending(CitationFormat format) {
  switch (format) {
    case CitationFormat::Bibtex:
      return "citations.bib";
    case CitationFormat::Ris:
      return "citations.ris";
    case CitationFormat::CslJson:
      return "citations.json";
  }
  return "";
}

// Collects papers, each once.
class PaperSet {
 public:
  void add(const model::Entry& entry) {
    if (seen_.insert(entry.record).second) {
      papers_.push_back(entry.record);
    }
  }
  void add(const model::Edition& edition) {
    for (const model::Entry& entry : edition.entries) {
      add(entry);
    }
  }
  std::vector<std::size_t> take() { return std::move(papers_); }

 private:
  std::unordered_set<std::size_t> seen_;
  std::vector<std::size_t> papers_;
};

void add_papers(const Catalog& catalog, std::vector<CitationSet>& sets) {
  for (std::size_t paper = 0; paper < catalog.archive.papers.size(); ++paper) {
    const std::vector<std::string>& languages = catalog.index.paper_languages[paper];
    if (!languages.empty()) {
      sets.push_back({catalog.addresses.paper(languages.front(), catalog.archive.papers[paper].paper->id),
                      true, [paper] { return std::vector{paper}; }});
    }
  }
}

void add_editions(const Catalog& catalog, std::vector<CitationSet>& sets) {
  for (const model::Edition& edition : catalog.archive.editions) {
    const model::Series& series = *catalog.archive.site.find_series(edition.series);
    for (const std::string& language : edition.languages) {
      std::optional<std::string> address = catalog.addresses.edition(language, series, edition.date);
      if (address && !edition.entries.empty()) {
        sets.push_back({*std::move(address), true, [&edition] {
                          PaperSet papers;
                          papers.add(edition);
                          return papers.take();
                        }});
        break;
      }
    }
  }
}

void add_months(const Catalog& catalog, std::vector<CitationSet>& sets) {
  for (const auto& [month, editions] : catalog.index.months) {
    const std::vector<std::string> languages = languages_of_editions(catalog.archive, editions);
    const bool has_papers = std::any_of(editions.begin(), editions.end(), [&](std::size_t edition) {
      return !catalog.archive.editions[edition].entries.empty();
    });
    if (!languages.empty() && has_papers) {
      sets.push_back({catalog.addresses.month(languages.front(), month), false, [&catalog, &editions] {
                        PaperSet papers;
                        for (const std::size_t edition : editions) {
                          papers.add(catalog.archive.editions[edition]);
                        }
                        return papers.take();
                      }});
    }
  }
}

void add_topics(const Catalog& catalog, std::vector<CitationSet>& sets) {
  for (const auto& [topic, appearances] : catalog.index.topics) {
    const std::vector<std::string> languages = languages_of_appearances(catalog.archive, appearances);
    if (!languages.empty() && !appearances.empty()) {
      sets.push_back({catalog.addresses.topic(languages.front(), topic), false, [&catalog, &appearances] {
                        PaperSet papers;
                        for (auto at = appearances.rbegin(); at != appearances.rend(); ++at) {
                          papers.add(catalog.archive.editions[at->edition].entries[at->entry]);
                        }
                        return papers.take();
                      }});
    }
  }
}

}  // namespace

std::vector<CitationSet> list_citation_sets(const Catalog& catalog) {
  std::vector<CitationSet> sets;
  add_papers(catalog, sets);
  add_editions(catalog, sets);
  add_months(catalog, sets);
  add_topics(catalog, sets);
  return sets;
}

std::string citation_address(std::string_view page, CitationFormat format) {
  return file_beside(page, ending(format));
}

bool is_citation_file(std::string_view path) {
  return base::ends_with(path, ending(CitationFormat::Bibtex)) ||
         base::ends_with(path, ending(CitationFormat::Ris)) ||
         base::ends_with(path, ending(CitationFormat::CslJson));
}

CitationFilesView citation_files(const Catalog& catalog, const Versions& versions) {
  for (const std::string& language : catalog.archive.site.languages) {
    const auto version = versions.find(language);
    if (version != versions.end()) {
      const auto href = [&](CitationFormat format) {
        return catalog.addresses.href(citation_address(version->second, format));
      };
      return {href(CitationFormat::Bibtex), href(CitationFormat::Ris), href(CitationFormat::CslJson)};
    }
  }
  return {};
}

}  // namespace paperboy::pages
