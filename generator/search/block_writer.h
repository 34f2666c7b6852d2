#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/field.h"
#include "search/term_numbers.h"

namespace paperboy::search {

// Makes a Block.
class BlockWriter {
 public:
  // The next document, with all that it can be found by.
  void add(const std::vector<FieldText>& texts);
  // The block's bytes; only once.
  std::string finish();

 private:
  struct Term {
    std::string postings;
    std::string places;
    std::uint32_t last_document = 0;
    // In the document that is being read:
    std::uint32_t weight = 0;
    std::uint32_t place_count = 0;
    std::uint32_t last_place = 0;
    std::string new_places;
  };

  // Cuts a text whose first word has this place; how many places it has.
  std::uint32_t add_text(const FieldText& text, std::uint32_t first_place);
  void count(std::string_view term, std::uint32_t place, std::uint32_t weight);
  void end_document(std::uint32_t length);
  std::vector<std::uint32_t> sorted() const;

  std::uint32_t documents_ = 0;
  TermNumbers numbers_;
  std::vector<Term> terms_;             // by number
  std::vector<std::uint32_t> touched_;  // terms of the document that is being read
};

}  // namespace paperboy::search
