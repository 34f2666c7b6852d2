#include "pages/citation_files.h"

#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "outputs/outputs.h"
#include "pages/citation.h"

namespace paperboy::outputs {

namespace {

using pages::CitationFormat;

// A paper stands in its own files and in those of editions, months and topics.
struct WrittenCitation {
  std::string bibtex, ris, csl_json;
};

WrittenCitation write_citation(const citations::Citation& citation) {
  return {citations::bibtex(citation), citations::ris(citation), citations::csl_json(citation)};
}

class CitationWriter {
 public:
  explicit CitationWriter(const Publication& publication) : catalog_(publication.catalog) {
    const std::size_t count = catalog_.archive.papers.size();
    bare_.resize(count);
    base::parallel_for(count, publication.threads, [&](std::size_t paper) {
      citations::Citation citation = pages::cite_paper(catalog_, paper);
      citation.abstract.clear();
      bare_[paper] = write_citation(citation);
    });
  }

  std::array<Output, 3> files(const pages::CitationSet& set) const {
    std::vector<WrittenCitation> whole;
    if (set.has_abstracts) {
      for (const std::size_t paper : set.papers) {
        whole.push_back(write_citation(pages::cite_paper(catalog_, paper)));
      }
    }
    std::string bibtex;
    std::string ris;
    std::vector<std::string_view> items;
    for (std::size_t at = 0; at < set.papers.size(); ++at) {
      const WrittenCitation& citation = set.has_abstracts ? whole[at] : bare_[set.papers[at]];
      append_bibtex(bibtex, citation);
      ris += citation.ris;
      items.push_back(citation.csl_json);
    }
    return {Output{path(set, CitationFormat::Bibtex), std::move(bibtex)},
            Output{path(set, CitationFormat::Ris), std::move(ris)},
            Output{path(set, CitationFormat::CslJson), citations::csl_json_file(items)}};
  }

  Output whole_archive() const {
    std::string bibtex;
    for (const WrittenCitation& citation : bare_) {
      append_bibtex(bibtex, citation);
    }
    return {pages::output_path(pages::kAllCitations), std::move(bibtex)};
  }

 private:
  static std::string path(const pages::CitationSet& set, CitationFormat format) {
    return pages::output_path(pages::citation_address(set.page, format));
  }

  static void append_bibtex(std::string& text, const WrittenCitation& citation) {
    text.append(text.empty() ? "" : "\n").append(citation.bibtex);
  }

  const pages::Catalog& catalog_;
  std::vector<WrittenCitation> bare_;  // without abstracts, as Archive::papers
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
