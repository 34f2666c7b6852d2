#include "model/paper_merge.h"

#include <algorithm>

namespace paperboy::model {
namespace {

void fill(LocatedText& text, const LocatedText& older) {
  for (const LocatedText::Variant& variant : older.variants())
    if (text.exact(variant.language) == nullptr)
      text.set(variant.language, variant.value);
}

void fill_abstract(Paper& paper, const Paper& older) {
  const bool fuller = paper.abstract_cut && !older.abstract_cut && !older.abstract.empty();
  if (paper.abstract.empty() || fuller) {
    paper.abstract = older.abstract;
    paper.abstract_cut = older.abstract_cut;
    return;
  }
  if (paper.abstract_cut == older.abstract_cut)
    fill(paper.abstract, older.abstract);
}

void fill_authors(Paper& paper, const Paper& older) {
  const bool fuller = paper.authors_cut && !older.authors_cut && !older.authors.empty();
  if (paper.authors.empty() || fuller) {
    paper.authors = older.authors;
    paper.authors_cut = older.authors_cut;
  }
  if (paper.affiliations.empty())
    paper.affiliations = older.affiliations;
}

void fill_links(Paper& paper, const Paper& older) {
  for (const PaperLink& link : older.links) {
    const bool known = std::any_of(paper.links.begin(), paper.links.end(), [&](const PaperLink& other) {
      return other.url == link.url || other.kind == link.kind;
    });
    if (!known)
      paper.links.push_back(link);
  }
}

}  // namespace

Paper merge_older(Paper paper, const Paper& older) {
  paper.version = std::max(paper.version, older.version);
  fill(paper.title, older.title);
  fill_abstract(paper, older);
  fill_authors(paper, older);
  fill_links(paper, older);
  if (paper.source.empty())
    paper.source = older.source;
  if (paper.category.empty()) {
    paper.category = older.category;
    if (paper.categories.empty())
      paper.categories = older.categories;
  }
  if (older.published && (!paper.published || *older.published < *paper.published))
    paper.published = older.published;
  return paper;
}

}  // namespace paperboy::model
