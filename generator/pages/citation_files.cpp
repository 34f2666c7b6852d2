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
  explicit PaperSet(const model::Archive& archive) : archive_(archive) {}

  void add(const model::Entry& entry) {
    const std::size_t paper = archive_.paper_by_id.at(entry.paper.id.canonical());
    if (seen_.insert(paper).second) {
      papers_.push_back(paper);
    }
  }
  void add(const model::Edition& edition) {
    for (const model::Entry& entry : edition.entries) {
      add(entry);
    }
  }
  std::vector<std::size_t> take() { return std::move(papers_); }

 private:
  const model::Archive& archive_;
  std::unordered_set<std::size_t> seen_;
  std::vector<std::size_t> papers_;
};

void add_papers(const Catalog& catalog, std::vector<CitationSet>& sets) {
  for (std::size_t paper = 0; paper < catalog.archive.papers.size(); ++paper) {
    const std::vector<std::string>& languages = catalog.index.paper_languages[paper];
    if (!languages.empty()) {
      sets.push_back({catalog.addresses.paper(languages.front(), catalog.archive.papers[paper].paper.id),
                      {paper},
                      true});
    }
  }
}

void add_editions(const Catalog& catalog, std::vector<CitationSet>& sets) {
  for (const model::Edition& edition : catalog.archive.editions) {
    const model::Series& series = *catalog.archive.site.find_series(edition.series);
    PaperSet papers(catalog.archive);
    papers.add(edition);
    for (const std::string& language : edition.languages) {
      if (std::optional<std::string> address = catalog.addresses.edition(language, series, edition.date)) {
        sets.push_back({*std::move(address), papers.take(), true});
        break;
      }
    }
  }
}

void add_months(const Catalog& catalog, std::vector<CitationSet>& sets) {
  for (const auto& [month, editions] : catalog.index.months) {
    const std::vector<std::string> languages = languages_of_editions(catalog.archive, editions);
    PaperSet papers(catalog.archive);
    for (const std::size_t edition : editions) {
      papers.add(catalog.archive.editions[edition]);
    }
    if (!languages.empty()) {
      sets.push_back({catalog.addresses.month(languages.front(), month), papers.take(), false});
    }
  }
}

void add_topics(const Catalog& catalog, std::vector<CitationSet>& sets) {
  for (const auto& [topic, appearances] : catalog.index.topics) {
    const std::vector<std::string> languages = languages_of_appearances(catalog.archive, appearances);
    PaperSet papers(catalog.archive);
    for (auto appearance = appearances.rbegin(); appearance != appearances.rend(); ++appearance) {
      papers.add(catalog.archive.editions[appearance->edition].entries[appearance->entry]);
    }
    if (!languages.empty()) {
      sets.push_back({catalog.addresses.topic(languages.front(), topic), papers.take(), false});
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
  const auto is_empty = [](const CitationSet& set) { return set.papers.empty(); };
  sets.erase(std::remove_if(sets.begin(), sets.end(), is_empty), sets.end());
  return sets;
}

std::string citation_address(std::string_view page, CitationFormat format) {
  return file_beside(page, ending(format));
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
