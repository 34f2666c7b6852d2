#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace paperboy::search {

// What kind of text a word stands in; the earlier kinds count more.
enum class Field { Title, Id, Headline, Author, Topic, Source, Comment, Abstract };

struct FieldText {
  Field field = Field::Abstract;
  std::string text;  // plain
};

// Where a document has a term.
struct Posting {
  std::uint32_t document = 0;
  std::uint8_t impact = 1;            // how much the document is about the term, 1 to 31
  std::vector<std::uint32_t> places;  // ascending
};

// The terms of one document with their postings, `document` not yet set.
using DocumentTerms = std::map<std::string, Posting, std::less<>>;
DocumentTerms count_terms(const std::vector<FieldText>& texts);

// By term, in the order of its bytes; postings by document.
using Index = std::map<std::string, std::vector<Posting>, std::less<>>;
// Documents are numbered as they stand. The numbers are those of the index.
Index make_index(std::vector<DocumentTerms> documents);

}  // namespace paperboy::search
