#include "pages/citation_files.h"

#include <string_view>
#include <utility>

#include "base/lazy_list.h"
#include "base/parallel.h"
#include "base/reads.h"
#include "outputs/outputs.h"
#include "pages/citation.h"

namespace paperboy::outputs {

namespace {

using pages::CitationFormat;
using pages::CitationSet;

// A paper stands in its own files and in those of editions, months and topics: each format is made once.
struct WrittenCitation {
  std::string bibtex;
  citations::RecordParts ris, csl_json;
  std::string_view abstract;  // plain
};

class CitationWriter {
 public:
  explicit CitationWriter(const pages::Catalog& catalog)
      : catalog_(catalog), written_(catalog.archive.papers.size()) {}

  std::string file(const CitationSet& set, CitationFormat format) {
    switch (format) {
      case CitationFormat::Bibtex:
        return bibtex(set);
      case CitationFormat::Ris:
        return ris(set);
      case CitationFormat::CslJson:
        return csl_json(set);
    }
    return "";
  }

  std::string whole_archive() {
    std::string text;
    for (std::size_t paper = 0; paper < catalog_.archive.papers.size(); ++paper) {
      append_bibtex(text, paper);
    }
    return text;
  }

 private:
  const WrittenCitation& written(std::size_t paper) {
    return written_.get(paper, [&] {
      const base::UnnotedReads unnoted;  // all that is cited are facts
      const citations::Citation citation = pages::cite_paper(catalog_, paper);
      return WrittenCitation{citations::bibtex(citation), citations::ris_parts(citation),
                             citations::csl_json_parts(citation), pages::cited_abstract(catalog_, paper)};
    });
  }

  void append_bibtex(std::string& text, std::size_t paper) {
    text.append(text.empty() ? "" : "\n").append(written(paper).bibtex);
  }

  std::string bibtex(const CitationSet& set) {
    std::string text;
    for (const std::size_t paper : set.papers()) {
      append_bibtex(text, paper);
    }
    return text;
  }

  std::string ris(const CitationSet& set) {
    std::string text;
    for (const std::size_t paper : set.papers()) {
      const WrittenCitation& citation = written(paper);
      text += citation.ris.before;
      text += set.has_abstracts ? citations::ris_abstract(citation.abstract) : "";
      text += citation.ris.after;
    }
    return text;
  }

  std::string csl_json(const CitationSet& set) {
    std::vector<std::string> items;
    for (const std::size_t paper : set.papers()) {
      const WrittenCitation& citation = written(paper);
      items.push_back(citation.csl_json.before +
                      (set.has_abstracts ? citations::csl_json_abstract(citation.abstract) : "") +
                      citation.csl_json.after);
    }
    return citations::csl_json_file({items.begin(), items.end()});
  }

  const pages::Catalog& catalog_;
  base::LazyList<WrittenCitation> written_;  // as Archive::papers
};

}  // namespace

void citation_files(const Publication& publication, SiteFiles& files) {
  CitationWriter writer(publication.catalog);
  const std::vector<CitationSet> sets = pages::list_citation_sets(publication.catalog);
  base::parallel_for(sets.size(), publication.threads, [&](std::size_t index) {
    const CitationSet& set = sets[index];
    for (const CitationFormat format :
         {CitationFormat::Bibtex, CitationFormat::Ris, CitationFormat::CslJson}) {
      files.add(pages::output_path(pages::citation_address(set.page, format)),
                [&] { return writer.file(set, format); });
    }
  });
  files.add(pages::output_path(pages::kAllCitations), [&] { return writer.whole_archive(); });
}

}  // namespace paperboy::outputs
