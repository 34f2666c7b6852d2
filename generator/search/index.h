#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace paperboy::search {

// What kind of text a word stands in; the earlier kinds count more.
enum class Field { Title, Id, Headline, Author, Topic, Source, Comment, Abstract };

struct FieldText {
  Field field = Field::Abstract;
  std::string text;  // plain
};

// The terms of one document.
struct DocumentTerms {
  struct Term {
    std::string term;
    std::uint8_t impact = 1;  // how much the document is about the term, 1 to 31
    std::uint32_t first_place = 0;
    std::uint32_t place_count = 0;
  };
  std::vector<Term> terms;            // each once, in the order of their bytes
  std::vector<std::uint32_t> places;  // of all terms in their order, those of each ascending
};
DocumentTerms count_terms(const std::vector<FieldText>& texts);

// A term with the documents that have it, written with append_number().
struct IndexedTerm {
  std::string term;
  std::string postings;  // for each document its distance to the one before, and its impact
  std::string places;  // for each document how many there are, then each as its distance from the one before
};
// In the order of the terms' bytes.
using Index = std::vector<IndexedTerm>;

// Documents are numbered as they stand.
Index make_index(const std::vector<DocumentTerms>& documents, std::size_t threads);

}  // namespace paperboy::search
