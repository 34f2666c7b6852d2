#include "pages/citation_files.h"

#include <array>
#include <iterator>

#include "base/parallel.h"
#include "outputs/outputs.h"
#include "pages/citation.h"

namespace paperboy::outputs {

namespace {

using pages::CitationFormat;

class CitationWriter {
 public:
  explicit CitationWriter(const Publication& publication) : catalog_(publication.catalog) {
    const std::size_t count = catalog_.archive.papers.size();
    citations_.resize(count);
    base::parallel_for(count, publication.threads,
                       [&](std::size_t paper) { citations_[paper] = pages::cite_paper(catalog_, paper); });
  }

  std::array<Output, 3> files(const pages::CitationSet& set) const {
    std::vector<citations::Citation> chosen;
    for (const std::size_t paper : set.papers) {
      chosen.push_back(citations_[paper]);
      if (!set.has_abstracts) {
        chosen.back().abstract.clear();
      }
    }
    std::string ris;
    for (const citations::Citation& citation : chosen) {
      ris += citations::ris(citation);
    }
    return {Output{path(set, CitationFormat::Bibtex), bibtex_file(chosen)},
            Output{path(set, CitationFormat::Ris), std::move(ris)},
            Output{path(set, CitationFormat::CslJson), citations::csl_json(chosen)}};
  }

  Output whole_archive() const { return {pages::output_path(pages::kAllCitations), bibtex_file(citations_)}; }

 private:
  static std::string path(const pages::CitationSet& set, CitationFormat format) {
    return pages::output_path(pages::citation_address(set.page, format));
  }

  static std::string bibtex_file(const std::vector<citations::Citation>& citations) {
    std::string text;
    for (const citations::Citation& citation : citations) {
      text += (text.empty() ? "" : "\n") + citations::bibtex(citation);
    }
    return text;
  }

  const pages::Catalog& catalog_;
  std::vector<citations::Citation> citations_;  // as Archive::papers
};

}  // namespace

std::vector<Output> citation_files(const Publication& publication) {
  const CitationWriter writer(publication);
  const std::vector<pages::CitationSet> sets = pages::list_citation_sets(publication.catalog);
  std::vector<std::array<Output, 3>> written(sets.size());
  base::parallel_for(sets.size(), publication.threads,
                     [&](std::size_t index) { written[index] = writer.files(sets[index]); });
  std::vector<Output> outputs;
  for (std::array<Output, 3>& files : written) {
    std::move(files.begin(), files.end(), std::back_inserter(outputs));
  }
  outputs.push_back(writer.whole_archive());
  return outputs;
}

}  // namespace paperboy::outputs
