#include "pages/citation_files.h"

#include <algorithm>
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

// One of many papers in a file of RIS or CSL-JSON.
struct WrittenCitation {
  citations::RecordParts parts;
  std::string_view abstract;  // plain
};

// Writes files of one format. A paper stands in its own file and in those of editions, months and topics: it
// is written once. All papers in all formats would take too much room.
class CitationWriter {
 public:
  CitationWriter(const pages::Catalog& catalog, CitationFormat format)
      : catalog_(catalog), format_(format), written_(catalog.archive.papers.size()) {}

  std::string file(const CitationSet& set) {
    if (format_ == CitationFormat::CslJson) {
      return csl_json(set);
    }
    std::string text;
    for (const std::size_t paper : set.papers()) {
      append(text, paper, set.has_abstracts);
    }
    return text;
  }

  // Of BibTeX.
  std::string whole_archive() {
    std::string text;
    std::size_t size = 0;
    for (std::size_t paper = 0; paper < catalog_.archive.papers.size(); ++paper) {
      size += bibtex(paper).size() + 1;
    }
    text.reserve(size);
    for (std::size_t paper = 0; paper < catalog_.archive.papers.size(); ++paper) {
      append(text, paper, false);
    }
    return text;
  }

 private:
  citations::RecordParts parts_of(std::size_t paper) const {
    const citations::Citation citation = pages::cite_paper(catalog_, paper);
    return format_ == CitationFormat::Ris ? citations::ris_parts(citation)
                                          : citations::csl_json_parts(citation);
  }

  const WrittenCitation& written(std::size_t paper) {
    return written_.get(paper, [&] {
      const base::UnnotedReads unnoted;  // all that is cited are facts
      return WrittenCitation{parts_of(paper), pages::cited_abstract(catalog_, paper)};
    });
  }

  std::string_view bibtex(std::size_t paper) const {
    const base::UnnotedReads unnoted;
    return pages::bibtex_of(catalog_, paper);
  }

  void append(std::string& text, std::size_t paper, bool has_abstract) {
    if (format_ == CitationFormat::Bibtex) {
      text.append(text.empty() ? "" : "\n").append(bibtex(paper));
      return;
    }
    const WrittenCitation& citation = written(paper);
    text += citation.parts.before;
    text += has_abstract ? citations::ris_abstract(citation.abstract) : "";
    text += citation.parts.after;
  }

  std::string csl_json(const CitationSet& set) {
    std::vector<std::string> items;
    for (const std::size_t paper : set.papers()) {
      const WrittenCitation& citation = written(paper);
      items.push_back(citation.parts.before +
                      (set.has_abstracts ? citations::csl_json_abstract(citation.abstract) : "") +
                      citation.parts.after);
    }
    return citations::csl_json_file({items.begin(), items.end()});
  }

  const pages::Catalog& catalog_;
  CitationFormat format_;
  base::LazyList<WrittenCitation> written_;  // as Archive::papers
};

}  // namespace

void citation_files(const Publication& publication, SiteFiles& files) {
  const std::vector<CitationSet> sets = pages::list_citation_sets(publication.catalog);
  for (const CitationFormat format : {CitationFormat::Bibtex, CitationFormat::Ris, CitationFormat::CslJson}) {
    CitationWriter writer(publication.catalog, format);
    base::parallel_for(sets.size(), publication.threads, [&](std::size_t index) {
      const CitationSet& set = sets[index];
      files.add_about(
          pages::output_path(pages::citation_address(set.page, format)),
          [&](const base::IsChanged& is_changed) {
            const std::vector<std::size_t> papers = set.papers();
            return std::any_of(papers.begin(), papers.end(), [&](std::size_t paper) {
              return is_changed(&publication.catalog.archive.papers[paper]);
            });
          },
          [&] { return writer.file(set); });
    });
    if (format == CitationFormat::Bibtex) {
      files.add(pages::output_path(pages::kAllCitations), [&] { return writer.whole_archive(); });
    }
  }
}

}  // namespace paperboy::outputs
